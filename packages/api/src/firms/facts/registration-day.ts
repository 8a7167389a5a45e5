import { and, eq, ne, sql } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import type { Transaction } from '../../db/open-database.ts';
import { firms } from '../table.ts';
import { listCurrentFacts } from './queries.ts';
import { readVocabulary } from './vocabulary.ts';
import { isSame, type NewFact, writeFacts } from './write-facts.ts';

/** The day of registration is part of the profile and a fact of the policies: it is asked once and kept the same. */
const FACT = 'registeredOn';

/** Takes the day over from the profile into the facts; the caller audits the change of the profile. */
export async function dayToFacts(tx: Transaction, act: PersonalAct, firmId: string, day: string): Promise<void> {
  const { defs } = await readVocabulary(tx);
  if (!defs.some((def) => def.id === FACT && def.type === 'date')) return;
  const current = (await listCurrentFacts(tx, firmId)).filter(({ factId }) => factId === FACT);
  const cell = { factId: FACT, year: '', state: 'known', value: JSON.stringify(day) } as const;
  if (isSame(cell, current[0])) return;
  await writeFacts(tx, act, firmId, [{ ...cell, source: 'declared', evidence: [], note: null }], current);
}

/** Takes the day over from the facts into the profile; the caller audits the change of the facts. */
export async function dayToProfile(
  tx: Transaction,
  act: PersonalAct,
  firmId: string,
  fresh: readonly NewFact[],
): Promise<void> {
  const value = fresh.find(({ factId, state }) => factId === FACT && state === 'known')?.value;
  const day: unknown = value == null ? undefined : JSON.parse(value);
  if (typeof day !== 'string') return;
  const changed = { registeredOn: day, updatedAt: act.now.toISOString(), updatedBy: act.actor.userId };
  await tx
    .update(firms)
    .set({ ...changed, version: sql`${firms.version} + 1` })
    .where(and(eq(firms.id, firmId), ne(firms.registeredOn, day)));
}
