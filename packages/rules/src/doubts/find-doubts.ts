import { compare, multiply, num } from '../number/rational.ts';
import type { FactDef, Id, IsoDate, SeriesInput } from '../policy/document.ts';
import type { Facts } from '../policy/facts.ts';

export type DoubtKind = 'partAboveWhole' | 'future' | 'jump' | 'huge' | 'beforeFounding';

/** Something that may be a slip of the pen (存疑). It never stops anyone. */
export interface Doubt {
  readonly fact: Id;
  readonly year?: string;
  readonly kind: DoubtKind;
  /** The other fact it does not agree with. */
  readonly other?: Id;
}

/** Figures that are rarely above another one, beside those the policies call a part of it. */
const RARELY_ABOVE: readonly (readonly [Id, Id])[] = [
  ['rdExpense', 'revenue'],
  ['stSpending', 'revenue'],
  ['operatingProfit', 'revenue'],
];
const JUMP = num('5');
/** 1,000 亿元: beyond any firm this is for, so the unit is probably wrong. */
const HUGE = num('100000000000');

/**
 * Finds what may be wrong among a firm's facts: a part above its whole, R&D or profit above revenue, dates to come, figures
 * and dates from before the firm was founded, amounts that changed fivefold within a year or are beyond any firm.
 *
 * @example findDoubts(ladder.facts, { registeredOn: { known: '2027-01-01' } }, '2026-05-01')[0]?.kind // 'future'
 */
export function findDoubts(defs: readonly FactDef[], facts: Facts, today: IsoDate): readonly Doubt[] {
  const each = new Map(defs.map((def) => [def.id, def]));
  const pairs = new Map<string, readonly [Id, Id]>();
  for (const { id, partOf } of defs) if (partOf) pairs.set(`${id} ${partOf}`, [id, partOf]);
  for (const pair of RARELY_ABOVE) pairs.set(pair.join(' '), pair);
  return [
    ...[...pairs.values()].flatMap(([part, whole]) => aboveWhole(facts, part, whole)),
    ...[...each.values()].flatMap((def) => ofOne(def, facts, today)),
    ...beforeFounding([...each.values()], facts),
  ];
}

function ofOne(def: FactDef, facts: Facts, today: IsoDate): readonly Doubt[] {
  const single = singleOf(facts, def.id);
  if (def.type === 'date') return single !== undefined && single > today ? [{ fact: def.id, kind: 'future' }] : [];
  if (def.type === 'money') return isHuge(single) ? [{ fact: def.id, kind: 'huge' }] : [];
  if (def.type !== 'series' || def.unit !== 'CNY') return [];
  const given = yearsOf(facts, def.id);
  return Object.keys(given).flatMap((year): Doubt[] => [
    ...(isJump(given[String(Number(year) - 1)], given[year]) ? [{ fact: def.id, kind: 'jump' as const, year }] : []),
    ...(isHuge(given[year]) ? [{ fact: def.id, kind: 'huge' as const, year }] : []),
  ]);
}

function aboveWhole(facts: Facts, part: Id, whole: Id): readonly Doubt[] {
  const all = yearsOf(facts, whole);
  return Object.entries(yearsOf(facts, part)).flatMap(([year, value]): Doubt[] => {
    const [a, b] = [figureOf(value), figureOf(all[year])];
    if (!a || !b || compare(a, b) <= 0) return [];
    return [{ fact: part, kind: 'partAboveWhole', other: whole, year }];
  });
}

/** The day of founding is the date asked among who the firm is; nothing of the firm is older. */
function beforeFounding(defs: readonly FactDef[], facts: Facts): readonly Doubt[] {
  const founding = defs.find((def) => def.type === 'date' && def.ask?.group === 'identity');
  const day = founding && singleOf(facts, founding.id);
  if (!founding || day === undefined) return [];
  const doubt = { kind: 'beforeFounding', other: founding.id } as const;
  return defs.flatMap((def): Doubt[] => {
    if (def.type === 'date') {
      const on = singleOf(facts, def.id);
      return on !== undefined && on < day ? [{ fact: def.id, ...doubt }] : [];
    }
    if (def.type !== 'series') return [];
    return Object.entries(yearsOf(facts, def.id)).flatMap(([year, value]): Doubt[] =>
      year < day.slice(0, 4) && (figureOf(value)?.n ?? 0n) !== 0n ? [{ fact: def.id, year, ...doubt }] : [],
    );
  });
}

const figureOf = (value: string | null | undefined) => (value && value !== 'notApplicable' ? num(value) : undefined);

function isHuge(value: string | null | undefined): boolean {
  const amount = figureOf(value);
  return amount !== undefined && compare(amount, HUGE) >= 0;
}

function isJump(before: string | null | undefined, after: string | null | undefined): boolean {
  const [a, b] = [figureOf(before), figureOf(after)];
  if (!a || !b || a.n <= 0n || b.n <= 0n) return false;
  return compare(b, multiply(a, JUMP)) >= 0 || compare(a, multiply(b, JUMP)) >= 0;
}

function singleOf(facts: Facts, id: Id): string | undefined {
  const state = facts[id];
  return state && 'known' in state && typeof state.known === 'string' ? state.known : undefined;
}

function yearsOf(facts: Facts, id: Id): SeriesInput {
  const state = facts[id];
  return state && 'known' in state && typeof state.known === 'object' && !Array.isArray(state.known)
    ? (state.known as SeriesInput)
    : {};
}
