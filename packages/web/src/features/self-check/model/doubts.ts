import { type Dates, type DoubtKind, type Facts, findDoubts, type Id, type PolicyDoc } from '@tidu/rules';
import { fieldOf, type Question } from './questions.ts';

/** Something that may be a slip of the pen, with the field it stands in. It never stops anyone. */
export interface Doubt {
  readonly question: Id;
  readonly field: string;
  readonly kind: Exclude<DoubtKind, 'beforeFounding'>;
  /** The other question it does not agree with. */
  readonly other?: Id;
  readonly year?: string;
}

/** What may be wrong among the answers; years before the founding are left to the form, which asks nothing of them. */
export function doubtsOf(
  docs: readonly PolicyDoc[],
  questions: readonly Question[],
  facts: Facts,
  dates: Dates,
): readonly Doubt[] {
  const defs = docs.flatMap((doc) => doc.facts);
  const asked = new Map(questions.flatMap((q) => (q.kind === 'fact' ? [[q.id, q] as const] : [])));
  return findDoubts(defs, facts, dates.filing ?? dates.decision).flatMap(({ fact, kind, other, year }): Doubt[] => {
    const question = asked.get(fact);
    const isAsked = kind === 'partAboveWhole' || (year === undefined ? question : question?.years.includes(year));
    if (kind === 'beforeFounding' || !isAsked) return [];
    const at = { ...(other === undefined ? {} : { other }), ...(year === undefined ? {} : { year }) };
    return [{ question: fact, field: fieldOf(fact, year), kind, ...at }];
  });
}
