import type { FactState, Facts } from '@tidu/rules';
import type { Reader } from '../../db/open-database.ts';
import { cellsOf } from '../../firms/facts/fact-cells.ts';
import { factKey } from '../../firms/facts/fact-key.ts';
import { type FactOrigin, type ReadFirmFacts, readFirmFacts } from '../../firms/facts/queries.ts';
import { getFirm } from '../../firms/queries.ts';

/** Facts as they stand, with the source of each figure: `revenue@2025`. */
export interface KnownFacts {
  readonly facts: Facts;
  readonly sources: Readonly<Record<string, Pick<FactOrigin, 'source' | 'evidence'>>>;
}

type Given = Readonly<Record<string, unknown>>;

/** What is on file of the firm: its facts, and the day of registration from its profile. */
export async function readProfile(db: Reader, firmId: string): Promise<ReadFirmFacts> {
  const known = await readFirmFacts(db, firmId);
  const firm = await getFirm(db, firmId);
  if (!firm || known.facts.registeredOn !== undefined) return known;
  return {
    facts: { ...known.facts, registeredOn: { known: firm.registeredOn } },
    sources: { ...known.sources, registeredOn: { source: 'declared', evidence: [] } },
  };
}

/** Files put behind single figures: `revenue@2025` → ids. */
export type Evidence = Readonly<Record<string, readonly string[]>>;

/**
 * What counts in an application: what the person has given here, else what is on file. A figure that is the one on file
 * keeps its source and its evidence; anything else is declared.
 */
export function mergeFacts(
  base: KnownFacts,
  { facts: given, evidence: proofs }: { readonly facts: Given; readonly evidence: Evidence },
  ids: ReadonlySet<string>,
): KnownFacts {
  const all = { ...base.facts, ...(inFullForm(given) as Facts) };
  const facts = Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id))) as Facts;
  const before = new Map(cellsSafely(base.facts).map((cell) => [factKey(cell.factId, cell.year), cell]));
  const sources = cellsSafely(facts).map((cell) => {
    const key = factKey(cell.factId, cell.year);
    const was = before.get(key);
    const isSame = was !== undefined && was.state === cell.state && was.value === cell.value;
    const found = (isSame && base.sources[key]) || { source: 'declared' as const, evidence: [] };
    const evidence = proofs[key] ?? found.evidence;
    // Whoever takes away what a figure was proven by says it anew.
    const isKept = found.evidence.every((id) => evidence.includes(id));
    return [key, { source: isKept ? found.source : ('declared' as const), evidence: [...evidence] }] as const;
  });
  return { facts, sources: Object.fromEntries(sources) };
}

// What a person is still writing may not be in the form of a fact yet; it has no cells then.
function cellsSafely(facts: Facts) {
  const sound = Object.entries(facts).filter(([, state]) => isState(state));
  return cellsOf(Object.fromEntries(sound));
}

const isState = (state: unknown): state is FactState =>
  typeof state === 'object' &&
  state !== null &&
  ['known', 'state', 'disputed'].some((key) => Object.hasOwn(state, key));

/** A bare value is a known one (`null` is not known yet), as everywhere on the wire. */
export const inFullForm = (given: Given): Given =>
  Object.fromEntries(
    Object.entries(given).map(([id, value]) => [
      id,
      value === null ? { state: 'unknown' } : isState(value) ? value : { known: value },
    ]),
  );

/** Years a person gives beside those on file: a series is kept whole in a draft. */
export function wholeSeries(base: Facts, given: Given): Given {
  const years = (state: unknown) =>
    isState(state) && 'known' in state && typeof state.known === 'object' && !Array.isArray(state.known)
      ? state.known
      : undefined;
  return Object.fromEntries(
    Object.entries(given).map(([id, state]) => {
      const [before, now] = [years(base[id]), years(state)];
      return [id, before && now ? { known: { ...before, ...now } } : state];
    }),
  );
}
