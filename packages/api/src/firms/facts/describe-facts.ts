import { dayInChina } from '../../day-in-china.ts';
import type { Reader } from '../../db/open-database.ts';
import { describeFilesById } from '../../files/describe-files.ts';
import type { Actor } from '../../identity/actor.ts';
import { namePeopleFor } from '../../identity/name-people.ts';
import type { Locale } from '../../messages/say.ts';
import type { FactHistory, FirmFact, FirmFacts } from './contract.ts';
import { describeDoubts } from './describe-doubts.ts';
import { splitKey } from './fact-key.ts';
import { evidenceOf, type FactRow, keyOf, listCurrentFacts, listFactHistory, listFormerlyProven } from './queries.ts';
import { readVocabulary } from './vocabulary.ts';

interface Reading {
  readonly locale: Locale;
  readonly now: Date;
  readonly actor: Actor;
}

/** The figures of a firm as they go out, with their evidence and what may be wrong. */
export async function describeFacts(db: Reader, firmId: string, { locale, now, actor }: Reading): Promise<FirmFacts> {
  const current = await listCurrentFacts(db, firmId);
  const { defs } = await readVocabulary(db);
  const formerlyProven = await listFormerlyProven(db, firmId);
  const recorders = current.map(({ recordedBy }) => recordedBy);
  const names = await namePeopleFor(db, actor, recorders, locale);
  return {
    facts: current.map((row) => describeFact(row, names)),
    years: [...new Set(current.flatMap(({ year }) => (year === '' ? [] : [year])))].toSorted(),
    files: await describeFilesById(db, firmId, current.flatMap(evidenceOf), actor),
    doubts: describeDoubts({ defs, current, formerlyProven, today: dayInChina(now), locale }),
  };
}

/** Every value a figure ever had, with who wrote it and who replaced it. */
export async function describeHistory(
  db: Reader,
  firmId: string,
  key: string,
  { actor, locale }: Pick<Reading, 'actor' | 'locale'>,
): Promise<FactHistory> {
  const { factId, year } = splitKey(key);
  const rows = await listFactHistory(db, firmId, factId, year);
  const recorders = rows.flatMap(({ recordedBy, supersededBy }) => [recordedBy, supersededBy ?? recordedBy]);
  const names = await namePeopleFor(db, actor, recorders, locale);
  const entries = rows.map((row) => ({
    ...describeFact(row, names),
    ...(row.supersededAt === null ? {} : { supersededAt: row.supersededAt }),
    ...(row.supersededBy === null ? {} : { supersededBy: names.get(row.supersededBy) ?? row.supersededBy }),
  }));
  return { entries, files: await describeFilesById(db, firmId, rows.flatMap(evidenceOf), actor) };
}

const describeFact = (row: FactRow, names: ReadonlyMap<string, string>): FirmFact => ({
  id: row.id,
  key: keyOf(row),
  fact: row.factId,
  ...(row.year === '' ? {} : { year: row.year }),
  state: row.state,
  ...(row.value === null ? {} : { value: JSON.parse(row.value) as unknown }),
  source: row.source,
  evidence: [...evidenceOf(row)],
  ...(row.note === null ? {} : { note: row.note }),
  recordedAt: row.recordedAt,
  recordedBy: names.get(row.recordedBy) ?? row.recordedBy,
});
