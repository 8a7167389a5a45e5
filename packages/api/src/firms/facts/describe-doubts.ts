import { type FactDef, findDoubts } from '@tidu/rules';
import { type Locale, message, say } from '../../messages/say.ts';
import type { FactDoubt } from './contract.ts';
import { factKey } from './fact-key.ts';
import { type FactRow, factsOf, keyOf } from './queries.ts';

interface Looked {
  readonly defs: readonly FactDef[];
  readonly current: readonly FactRow[];
  readonly formerlyProven: readonly FactRow[];
  readonly today: string;
  readonly locale: Locale;
}

/** What may be wrong among the figures of a firm, in words, each with what to do about it. */
export function describeDoubts({ defs, current, formerlyProven, today, locale }: Looked): FactDoubt[] {
  const labelOf = (id: string): string => {
    const label = defs.find((def) => def.id === id)?.label;
    return label?.[locale] ?? label?.['zh-CN'] ?? id;
  };
  const tell = (kind: FactDoubt['kind'], fact: string, year: string, other = ''): FactDoubt => ({
    key: factKey(fact, year),
    kind,
    message: say(message(`api.doubt.${kind}`, { fact: labelOf(fact), year, other: labelOf(other) }), locale),
    fix: say(message(kind === 'jump' || kind === 'huge' ? 'api.fix.check-unit' : 'api.fix.check-figure'), locale),
  });
  const found = findDoubts(defs, factsOf(current), today);
  const changed = current.filter((row) => differsFromProven(row, formerlyProven));
  return [
    ...found.map(({ fact, year, kind, other }) => tell(kind, fact, year ?? '', other)),
    ...changed.map((row) => tell('provenDiffers', row.factId, row.year)),
  ];
}

/** The firm now says something else than what was proven last. */
function differsFromProven(row: FactRow, formerlyProven: readonly FactRow[]): boolean {
  if (row.source !== 'declared') return false;
  const proven = formerlyProven.findLast((each) => keyOf(each) === keyOf(row));
  return proven !== undefined && (proven.value !== row.value || proven.state !== row.state);
}
