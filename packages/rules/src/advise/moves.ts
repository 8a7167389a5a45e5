import { dayOf } from '../date/day.ts';
import { fullMonths } from '../date/span.ts';
import { stepOf } from '../explain/change-fact.ts';
import {
  divide,
  floorInt,
  formatNum,
  fromInt,
  negate,
  num,
  parseNum,
  type Rational,
  sign,
  subtract,
} from '../number/rational.ts';
import type { FactDef, FactInput, Id, IsoDate, Num, PolicyDoc, SeriesInput, Unit } from '../policy/document.ts';
import type { Facts } from '../policy/facts.ts';
import { unitOfFact } from '../policy/units.ts';
import { EVIDENCE_COST, type State } from './state.ts';

/**
 * One step of a path: `change` a fact the firm can move, `wait` until an age is reached, or `evidence` for something
 * that is not known yet and would have to be so. For figures `by` is the change and `year` the fiscal year; `along` is
 * the whole that grows as much.
 */
export interface Move {
  readonly kind: 'change' | 'wait' | 'evidence';
  readonly fact: Id;
  readonly from?: FactInput;
  readonly to?: FactInput;
  readonly by?: Num;
  readonly unit?: Unit;
  readonly year?: number;
  readonly along?: Id;
  readonly on?: IsoDate;
}

/** What it takes to change a figure: its cost per step times the steps. */
export function changeCost(def: FactDef, by: Rational): number {
  const size = sign(by) < 0 ? negate(by) : by;
  const step = def.move?.step === undefined ? defaultStep(def) : num(def.move.step);
  const steps = divide(size, step);
  const whole = floorInt(steps);
  return Number(whole * steps.d === steps.n ? whole : whole + 1n) * (def.move?.cost ?? 1);
}

/** Money moves in steps of 10,000 yuan where the policy does not say otherwise. */
const defaultStep = (def: FactDef): Rational => {
  const unit = unitOfFact(def);
  return unit === 'CNY' || unit === 'USD' ? fromInt(10_000) : stepOf(def);
};

/** The moves that lead from one state to another, in the order of the document's facts. */
export function movesBetween(start: State, end: State): readonly Move[] {
  const { doc } = start.c;
  const changed = doc.facts.flatMap((def) => movesOf(def, start.c.facts, end.c.facts));
  const judged = Object.keys(end.c.facts).filter(
    (id) => !doc.facts.some((d) => d.id === id) && end.c.facts[id] !== start.c.facts[id],
  );
  const verdicts = judged.map((id): Move => ({ kind: 'evidence', fact: id, ...toOf(end.c.facts[id]) }));
  const wait: readonly Move[] = end.wait ? [{ kind: 'wait', fact: end.wait.fact, on: end.wait.on }] : [];
  return [...wait, ...withoutWholes(doc, changed), ...verdicts];
}

const toOf = (state: Facts[string] | undefined): { readonly to?: FactInput } =>
  state && 'known' in state ? { to: state.known } : {};

function movesOf(def: FactDef, before: Facts, after: Facts): readonly Move[] {
  const [a, b] = [before[def.id], after[def.id]];
  if (a === b || !b || !('known' in b)) return [];
  const was =
    a && 'known' in a
      ? a.known
      : a === undefined && typeof def.ifMissing === 'object'
        ? def.ifMissing.assume
        : undefined;
  if (def.type === 'series') return yearMoves(def, was as SeriesInput | undefined, b.known as SeriesInput);
  if (JSON.stringify(was) === JSON.stringify(b.known)) return [];
  const isAbsent = was === undefined && def.ifMissing === 'fail' && a === undefined;
  const kind = was === undefined && !isAbsent ? 'evidence' : 'change';
  return [
    { kind, fact: def.id, ...(was === undefined ? {} : { from: was }), to: b.known, ...figureOf(def, was, b.known) },
  ];
}

function yearMoves(def: FactDef, was: SeriesInput | undefined, is: SeriesInput): readonly Move[] {
  return Object.keys(is).flatMap((year): readonly Move[] => {
    const from = was?.[year];
    const to = is[year];
    if (to === null || to === undefined || from === to) return [];
    const known = from !== null && from !== undefined && from !== 'notApplicable';
    const kind = known ? 'change' : 'evidence';
    return [
      {
        kind,
        fact: def.id,
        year: Number(year),
        ...(known ? { from } : {}),
        to,
        ...figureOf(def, known ? from : undefined, to),
      },
    ];
  });
}

function figureOf(def: FactDef, from: FactInput | undefined, to: FactInput): Partial<Move> {
  const unit = unitOfFact(def);
  const [a, b] = [from, to].map((x) => (typeof x === 'string' ? parseNum(x) : undefined));
  if (unit === undefined || !b) return {};
  return { unit, ...(a ? { by: formatNum(subtract(b, a)) } : {}) };
}

/** A whole that only grew with its part is told with the part. */
function withoutWholes(doc: PolicyDoc, moves: readonly Move[]): readonly Move[] {
  const part = (whole: Move): Move | undefined =>
    moves.find(
      (m) =>
        m.kind === 'change' &&
        doc.facts.find((d) => d.id === m.fact)?.partOf === whole.fact &&
        m.year === whole.year &&
        m.by === whole.by,
    );
  const wholes = new Set(moves.filter((m) => m.by !== undefined && part(m)));
  return moves
    .filter((m) => !wholes.has(m))
    .map((m) => {
      const whole = [...wholes].find((x) => part(x) === m);
      return whole ? { ...m, along: whole.fact } : m;
    });
}

/** What a path costs: steps of the figures that change, a fixed cost for everything that must be shown, months to wait. */
export function costOf(start: State, moves: readonly Move[]): number {
  return moves.reduce((sum, m) => sum + moveCost(start, m), 0);
}

function moveCost(start: State, m: Move): number {
  const def = start.c.r.firm.def(m.fact);
  if (m.kind === 'evidence' || !def) return EVIDENCE_COST;
  if (m.kind === 'wait')
    return m.on === undefined ? 0 : (fullMonths(start.c.r.firm.asOfDay, dayOf(m.on)) + 1) * (def.move?.cost ?? 1);
  return m.by === undefined ? (def.move?.cost ?? 1) : changeCost(def, num(m.by));
}
