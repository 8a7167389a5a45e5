import type { FactInput, FactState, Facts, SeriesInput } from '@tidu/rules';
import { and, asc, desc, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import { dayInChina } from '../../day-in-china.ts';
import type { Reader } from '../../db/open-database.ts';
import { type FactSource, firmFacts } from '../table.ts';
import { factKey } from './fact-key.ts';

export type FactRow = typeof firmFacts.$inferSelect;

/** Every value that counts now, by fact and year. */
export const listCurrentFacts = (db: Reader, firmId: string): Promise<readonly FactRow[]> =>
  db
    .select()
    .from(firmFacts)
    .where(and(eq(firmFacts.firmId, firmId), isNull(firmFacts.supersededAt)))
    .orderBy(asc(firmFacts.factId), asc(firmFacts.year));

/** Every value one figure ever had, the latest first. */
export const listFactHistory = (
  db: Reader,
  firmId: string,
  factId: string,
  year: string,
): Promise<readonly FactRow[]> =>
  db
    .select()
    .from(firmFacts)
    .where(and(eq(firmFacts.firmId, firmId), eq(firmFacts.factId, factId), eq(firmFacts.year, year)))
    .orderBy(desc(firmFacts.id));

/** Values that were proven or came from a register and no longer count, the latest last. */
export const listFormerlyProven = (db: Reader, firmId: string): Promise<readonly FactRow[]> =>
  db
    .select()
    .from(firmFacts)
    .where(and(eq(firmFacts.firmId, firmId), isNotNull(firmFacts.supersededAt), ne(firmFacts.source, 'declared')))
    .orderBy(asc(firmFacts.id));

/** Where a figure comes from. */
export interface FactOrigin {
  readonly source: FactSource;
  readonly year?: string;
  readonly evidence: readonly string[];
}

export interface ReadFirmFacts {
  readonly facts: Facts;
  /** By the name of the figure: `revenue@2025`, `registeredOn`. */
  readonly sources: Readonly<Record<string, FactOrigin>>;
}

/** The facts of a firm as the rules take them, with the source of each figure; what applications are filled from. */
export async function readFirmFacts(db: Reader, firmId: string): Promise<ReadFirmFacts> {
  const rows = await listCurrentFacts(db, firmId);
  return { facts: factsOf(rows), sources: Object.fromEntries(rows.map((row) => [keyOf(row), originOf(row)])) };
}

export const keyOf = ({ factId, year }: Pick<FactRow, 'factId' | 'year'>): string => factKey(factId, year);

export const evidenceOf = (row: Pick<FactRow, 'evidence'>): readonly string[] => JSON.parse(row.evidence) as string[];

const originOf = (row: FactRow): FactOrigin => ({
  source: row.source,
  ...(row.year === '' ? {} : { year: row.year }),
  evidence: evidenceOf(row),
});

/** Rows as facts: the years of a series together, which then has the weakest of their sources and the latest of their days. */
export function factsOf(rows: readonly FactRow[]): Facts {
  const byFact = new Map<string, FactRow[]>();
  for (const row of rows) byFact.set(row.factId, [...(byFact.get(row.factId) ?? []), row]);
  return Object.fromEntries([...byFact].map(([id, ofFact]) => [id, stateOf(ofFact)]));
}

const WEAKEST_FIRST: readonly FactSource[] = ['declared', 'register', 'proven'];

function stateOf(rows: readonly FactRow[]): FactState {
  const source = WEAKEST_FIRST.find((each) => rows.some((row) => row.source === each)) ?? 'declared';
  const recorded = rows.map(({ recordedAt }) => recordedAt).toSorted();
  const where = { source, asOf: dayInChina(new Date(recorded.at(-1) ?? 0)) };
  const [first] = rows;
  if (first?.year === '') {
    const { state, value } = first;
    return state === 'known' ? { known: JSON.parse(value ?? 'null') as FactInput, ...where } : { state };
  }
  const years = rows.map((row): [string, SeriesInput[string]] => {
    if (row.state !== 'known') return [row.year, row.state === 'unknown' ? null : 'notApplicable'];
    return [row.year, JSON.parse(row.value ?? 'null') as string];
  });
  return { known: Object.fromEntries(years), ...where };
}
