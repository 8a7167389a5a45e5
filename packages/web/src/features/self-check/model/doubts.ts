import { compare, type Dates, type Facts, type Id, multiply, num, type PolicyDoc } from '@tidu/rules';
import { seriesOf } from './founding.ts';
import { fieldOf, type Question } from './questions.ts';

/** Something that may be a slip of the pen. It never stops anyone. */
export interface Doubt {
  readonly question: Id;
  readonly field: string;
  readonly kind: 'partAboveWhole' | 'future' | 'jump' | 'huge';
  /** The other question it does not agree with. */
  readonly other?: Id;
  readonly year?: string;
}

/** Figures that are rarely above another one, beside those the policies call a part of it. */
const RARELY_ABOVE: readonly (readonly [Id, Id])[] = [
  ['rdExpense', 'revenue'],
  ['stSpending', 'revenue'],
];
const JUMP = num('5');
/** 1,000 亿元: beyond any firm this is for, so the unit is probably wrong. */
const HUGE = num('100000000000');

/** Figures that do not agree with each other, dates to come, amounts that grew fivefold within a year. */
export function doubtsOf(
  docs: readonly PolicyDoc[],
  questions: readonly Question[],
  facts: Facts,
  dates: Dates,
): readonly Doubt[] {
  const pairs = new Map<string, readonly [Id, Id]>();
  for (const def of docs.flatMap((doc) => doc.facts)) {
    if (def.partOf) pairs.set(`${def.id} ${def.partOf}`, [def.id, def.partOf]);
  }
  for (const pair of RARELY_ABOVE) pairs.set(pair.join(' '), pair);
  const above = [...pairs.values()].flatMap(([part, whole]) => aboveWhole(facts, part, whole));
  const each = questions.flatMap((q) => {
    if (q.kind !== 'fact') return [];
    if (q.def.type === 'date') return future(q.id, facts, dates.filing ?? dates.decision);
    if (q.def.type === 'money') return huge(q.id, fieldOf(q.id), singleOf(facts, q.id));
    if (q.def.type !== 'series' || q.def.unit !== 'CNY') return [];
    const given = seriesOf(facts[q.id]);
    return [...jumps(q, facts), ...q.years.flatMap((year) => huge(q.id, fieldOf(q.id, year), given[year], year))];
  });
  return [...above, ...each];
}

const figureOf = (value: string | null | undefined) => (value && value !== 'notApplicable' ? num(value) : undefined);

function aboveWhole(facts: Facts, part: Id, whole: Id): readonly Doubt[] {
  const all = seriesOf(facts[whole]);
  return Object.entries(seriesOf(facts[part])).flatMap(([year, value]): Doubt[] => {
    const [a, b] = [figureOf(value), figureOf(all[year])];
    if (!a || !b || compare(a, b) <= 0) return [];
    return [{ question: part, field: fieldOf(part, year), kind: 'partAboveWhole', other: whole, year }];
  });
}

function future(id: Id, facts: Facts, today: string): readonly Doubt[] {
  const state = facts[id];
  const isLater = state && 'known' in state && typeof state.known === 'string' && state.known > today;
  return isLater ? [{ question: id, field: fieldOf(id), kind: 'future' }] : [];
}

const singleOf = (facts: Facts, id: Id): string | undefined => {
  const state = facts[id];
  return state && 'known' in state && typeof state.known === 'string' ? state.known : undefined;
};

function huge(question: Id, field: string, value: string | null | undefined, year?: string): readonly Doubt[] {
  const amount = figureOf(value);
  if (!amount || compare(amount, HUGE) < 0) return [];
  return [{ question, field, kind: 'huge', ...(year === undefined ? {} : { year }) }];
}

function jumps(question: Question & { kind: 'fact' }, facts: Facts): readonly Doubt[] {
  const given = seriesOf(facts[question.id]);
  return question.years.flatMap((year): Doubt[] => {
    const [a, b] = [figureOf(given[String(Number(year) - 1)]), figureOf(given[year])];
    const both = a !== undefined && b !== undefined && a.n > 0n && b.n > 0n;
    if (!both || (compare(b, multiply(a, JUMP)) < 0 && compare(a, multiply(b, JUMP)) < 0)) return [];
    return [{ question: question.id, field: fieldOf(question.id, year), kind: 'jump', year }];
  });
}
