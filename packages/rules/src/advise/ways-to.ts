import { addMonths, dayOf, formatDay } from '../date/day.ts';
import { fullMonths } from '../date/span.ts';
import { openFacts } from '../evaluate/open-facts.ts';
import { isKnown } from '../evaluate/value.ts';
import { changeBy, type Driver, isWithin, setFigure } from '../explain/change-fact.ts';
import { type Cmp, driversOf } from '../explain/drivers.ts';
import { TURNED, verifiedChange } from '../explain/margin.ts';
import { datesOn, waitDay } from '../explain/wait-margin.ts';
import { add, compare, floorInt, fromInt, num, type Rational, ZERO } from '../number/rational.ts';
import type { FactDef, FactInput, Id, ListItem, Pred } from '../policy/document.ts';
import { changeCost } from './moves.ts';
import { cheapest, EVIDENCE_COST, isMovable, type State, WIDTH, withDates, withFacts, withInput } from './state.ts';
import { trialValues } from './trial-values.ts';

type Of<K extends Pred['k']> = Extract<Pred, { k: K }>;

/** The firm as it could be with the condition holding (or not holding), cheapest first; itself where it is so already. */
export function waysTo(s: State, p: Pred, want: boolean): readonly State[] {
  const isSo = (x: State): boolean => x.c.r.truth(p) === (want ? 'yes' : 'no');
  if (isSo(s)) return [s];
  return cheapest(tried(s, p, want).filter(isSo));
}

function tried(s: State, p: Pred, want: boolean): readonly State[] {
  switch (p.k) {
    case 'cmp':
      return comparisonWays(s, want ? p : { ...p, op: TURNED[p.op] });
    case 'in':
      return wordWays(s, p.fact, (word) => p.values.includes(word) === want);
    case 'not':
      return waysTo(s, p.of, !want);
    case 'all':
    case 'any':
      return (p.k === 'all') === want ? every(s, p.of, want) : p.of.flatMap((x) => waysTo(s, x, want));
    case 'atLeast':
      return want ? some(s, p.of, true) : some(s, p.of, false);
    case 'exists':
      return want ? recordWays(s, p) : [];
    case 'provided':
      return want ? provideWays(s, p.fact) : [];
    case 'judgement':
      return wordWays(s, p.id ?? '', (word) => (word === 'true') === want);
  }
}

/** All of them, one after the other, so that each is worked out for the firm the earlier ones left. */
export function every(s: State, of: readonly Pred[], want: boolean): readonly State[] {
  return of.reduce<readonly State[]>((states, p) => cheapest(states.flatMap((x) => waysTo(x, p, want))), [s]);
}

/** Any choice of them; the caller keeps the choices that are enough. */
function some(s: State, of: readonly Pred[], want: boolean): readonly State[] {
  return of.reduce<readonly State[]>(
    (states, p) =>
      cheapest(
        states.flatMap((x) => [x, ...waysTo(x, p, want)]),
        4 * WIDTH,
      ),
    [s],
  );
}

// ── figures ──────────────────────────────────────────────────────────────────────────────────────────────────────

function comparisonWays(s: State, goal: Cmp): readonly State[] {
  const open = openFacts(s.c.r, goal);
  if (open.length > 1) return [];
  const [only] = open;
  if (only !== undefined) return evidenceWays(s, goal, only);
  return [...waits(s, goal), ...driversOf(s.c.r, goal).flatMap((driver) => changeWays(s, goal, driver))];
}

function changeWays(s: State, goal: Cmp, plain: Driver): readonly State[] {
  const def = s.c.r.firm.def(plain.fact);
  if (!def || !isMovable(def)) return [];
  const whole = def.partOf;
  const along =
    whole !== undefined && isKnown(s.c.r.firm.number(whole, plain.back)) && s.c.r.firm.number(whole, plain.back).some;
  const driver: Driver = {
    fact: plain.fact,
    back: plain.back,
    ...(along && whole !== undefined ? { along: whole } : {}),
  };
  const by = verifiedChange(s.c, goal, driver, false);
  const facts = by && changeBy(s.c.r, s.c.facts, s.c.year, driver, by);
  return facts ? [withFacts(s, facts, changeCost(def, by))] : [];
}

/** Waiting until an age is reached. */
function waits(s: State, goal: Cmp): readonly State[] {
  const rises = goal.op === 'ge' || goal.op === 'gt';
  const b = s.c.r.number(goal.b);
  if (goal.a.k !== 'span' || !rises || !b.some) return [];
  const on = waitDay(s.c.r, s.c.dates, s.c.facts, goal, b.lo);
  if (on === undefined) return [];
  const def = s.c.r.firm.def(goal.a.from);
  const months = fullMonths(s.c.r.firm.asOfDay, dayOf(on)) + 1;
  return [withDates(s, datesOn(s.c.doc, s.c.dates, on), { fact: goal.a.from, on }, months * (def?.move?.cost ?? 1))];
}

/** The figure that is not known, as it would have to be. */
function evidenceWays(s: State, goal: Cmp, fact: Id): readonly State[] {
  const def = s.c.r.firm.def(fact);
  if (!def || def.derive) return [];
  if (def.type === 'date') return dateWays(s, goal, def);
  const driver = driversOf(s.c.r, goal).find((d) => d.fact === fact && !isKnown(s.c.r.firm.number(fact, d.back)));
  if (!driver) return [];
  const seed = num(def.domain?.min ?? '0');
  const year = s.c.year - driver.back;
  const start = withFacts(s, setFigure(s.c.doc, s.c.facts, fact, year, seed), EVIDENCE_COST);
  if (openFacts(start.c.r, goal).length > 0) return [];
  const by = verifiedChange(start.c, goal, { fact, back: driver.back }, start.c.r.truth(goal) === 'yes') ?? ZERO;
  const value = add(seed, by);
  return isWithin(def, value) ? [withFacts(s, setFigure(s.c.doc, s.c.facts, fact, year, value), EVIDENCE_COST)] : [];
}

/** A date that would do: exactly as old as asked, or one of the usual ages. */
function dateWays(s: State, goal: Cmp, def: FactDef): readonly State[] {
  const b = s.c.r.number(goal.b);
  const years = b.some && b.lo.d === 1n && compare(b.lo, fromInt(200)) < 0 ? Number(floorInt(b.lo)) : 0;
  const asked = formatDay(addMonths(s.c.r.firm.asOfDay, -12 * Math.max(0, years)));
  const dates: readonly FactInput[] = [asked, ...trialValues(s.c.doc, def, s.c.r.firm.asOfDay, [], 5)];
  return dates.map((day) => withInput(s, def.id, day, EVIDENCE_COST));
}

// ── words and records ────────────────────────────────────────────────────────────────────────────────────────────

const answerOf = (def: FactDef | undefined, word: string): FactInput => (def?.type === 'enum' ? word : word === 'true');

function wordWays(s: State, fact: Id, fits: (word: string) => boolean): readonly State[] {
  const def = s.c.r.firm.def(fact);
  const words = def?.domain?.values?.map((v) => v.id) ?? ['true', 'false'];
  const given = s.c.facts[fact];
  const isOpen = s.c.r.firm.words(fact).may.length > 1;
  if (!isOpen && !isMovable(def)) return [];
  if (def?.derive && given === undefined) return [];
  const allowed = words.filter((word) => fits(word) && (isOpen || mayBecome(def, word, s.c.r.firm.words(fact).may[0])));
  const cost = isOpen ? EVIDENCE_COST : (def?.move?.cost ?? 1);
  return allowed.slice(0, 3).map((word) => withInput(s, fact, answerOf(def, word), cost));
}

/** Up is towards yes and towards the later words of an enum, down the other way. */
function mayBecome(def: FactDef | undefined, word: string, now: string | undefined): boolean {
  const words = def?.domain?.values?.map((v) => v.id) ?? ['false', 'true'];
  const dir = def?.move?.dir;
  if (dir === 'both') return true;
  const rises = words.indexOf(word) > words.indexOf(now ?? '');
  return dir === (rises ? 'up' : 'down');
}

function provideWays(s: State, fact: Id): readonly State[] {
  const def = s.c.r.firm.def(fact);
  if (!def || def.derive) return [];
  const year = s.c.year;
  const [value] = trialValues(s.c.doc, def, s.c.r.firm.asOfDay, [year], 3);
  return value === undefined ? [] : [withInput(s, fact, value, EVIDENCE_COST)];
}

/** One more record that satisfies the condition, made from the figures and words the condition names. */
function recordWays(s: State, p: Of<'exists'>): readonly State[] {
  const def = s.c.r.firm.def(p.list);
  const given = s.c.facts[p.list];
  const isOpen = s.c.r.firm.lists(p.list) === undefined;
  if (!def || (!isOpen && !isMovable(def))) return [];
  const item = {
    ...recordFor(def, p.where),
    ...(p.withinYears === undefined ? {} : { on: formatDay(s.c.r.firm.asOfDay) }),
  };
  const before = given && 'known' in given && Array.isArray(given.known) ? (given.known as readonly ListItem[]) : [];
  const count = p.min ?? 1;
  const cost = isOpen ? EVIDENCE_COST : (def.move?.cost ?? 1);
  return Array.from({ length: count }, (_, i) => [...before, ...Array.from({ length: i + 1 }, () => item)]).map(
    (list, i) => withInput(s, p.list, list, cost * (i + 1)),
  );
}

function recordFor(list: FactDef, where: Pred): ListItem {
  if (where.k === 'all') return Object.assign({}, ...where.of.map((x) => recordFor(list, x)));
  if (where.k === 'any') return where.of[0] ? recordFor(list, where.of[0]) : {};
  if (where.k === 'in')
    return where.fact.startsWith('item.')
      ? { [where.fact.slice(5)]: fieldAnswer(list, where.fact.slice(5), where.values[0]) }
      : {};
  if (where.k !== 'cmp' || where.a.k !== 'fact' || where.b.k !== 'lit' || !where.a.fact.startsWith('item.')) return {};
  const figure = num(where.b.value);
  const step: Rational = where.op === 'gt' ? fromInt(1) : where.op === 'lt' ? fromInt(-1) : ZERO;
  const value = add(figure, step);
  return { [where.a.fact.slice(5)]: value.d === 1n ? value.n.toString() : where.b.value };
}

const fieldAnswer = (list: FactDef, field: Id, word: string | undefined): boolean | string =>
  list.fields?.find((f) => f.id === field)?.type === 'enum' ? (word ?? '') : word === 'true';
