import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import type { FactSource } from '../table.ts';
import { checkGiven, type Given } from './check-given.ts';
import type { FactCell } from './fact-cells.ts';
import { evidenceOf, type FactRow, keyOf, listCurrentFacts } from './queries.ts';
import { dayToProfile } from './registration-day.ts';
import { isSame, type NewFact, supersedeFacts, writeFacts } from './write-facts.ts';

export interface Recorded {
  readonly changed: readonly string[];
  readonly skipped: readonly string[];
}

/** Records what a firm says of itself. What is the same as before is left as it is, with its source. */
export const recordFacts = (act: PersonalAct, firmId: string, given: Given): Promise<Recorded> =>
  withTransaction(act.database, async (tx) => {
    const current = await listCurrentFacts(tx, firmId);
    const { cells, skipped } = await checkGiven(tx, firmId, given, current);
    const fresh = cells.flatMap((cell) => {
      const row = current.find((each) => keyOf(each) === keyOf(cell));
      const next = declared(cell, row, given.about[keyOf(cell)]);
      return next ? [next] : [];
    });
    const cleared = current.filter((row) => given.clear?.includes(keyOf(row)));
    const changed = [...fresh, ...cleared].map(keyOf);
    if (changed.length === 0) return { changed, skipped };
    await writeFacts(tx, act, firmId, fresh, current);
    await supersedeFacts(tx, act, cleared);
    await dayToProfile(tx, act, firmId, fresh);
    const details = { figures: fresh.map(keyOf), cleared: cleared.map(keyOf) };
    await appendAudit(tx, act, { action: 'firm.facts-recorded', subject: { type: 'firm', id: firmId }, details });
    return { changed, skipped };
  });

type About = Given['about'][string];

/** The row to write, or nothing where nothing changes. A proven value stays proven while it and its evidence stand. */
function declared(cell: FactCell, row: FactRow | undefined, about: About | undefined): NewFact | undefined {
  const before = row ? evidenceOf(row) : [];
  const same = isSame(cell, row);
  const evidence = about?.evidence ?? (same ? before : []);
  const note = about?.note === undefined ? (same ? (row?.note ?? null) : null) : about.note || null;
  const keepsEvidence = before.every((id) => evidence.includes(id));
  if (same && keepsEvidence && evidence.length === before.length && note === (row?.note ?? null)) return undefined;
  const source: FactSource = same && keepsEvidence && row ? row.source : 'declared';
  return { ...cell, source, evidence, note };
}
