import { yearsBack } from '../evaluate/firm.ts';
import type { Reference } from '../evaluate/reference.ts';
import type { Expr, Id, Pred } from '../policy/document.ts';
import { unitOfFact } from '../policy/units.ts';
import { factsUsed } from '../policy/walk.ts';
import type { Driver } from './change-fact.ts';

export type Cmp = Extract<Pred, { k: 'cmp' }>;

/** Figures that could be changed, the ones a firm can move most easily first, then in the order of the rule. */
export function driversOf(r: Reference, goal: Cmp): readonly Driver[] {
  const seen = new Map<string, Driver>();
  const read = new Set(factsUsed(goal));
  const note = (fact: Id, back: number): void => {
    const def = r.firm.def(fact);
    const key = `${fact}@${back}`;
    if (!def || fact.startsWith('item.') || unitOfFact(def) === undefined || seen.has(key)) return;
    const along = def.partOf !== undefined && read.has(def.partOf) ? def.partOf : undefined;
    seen.set(key, { fact, back, ...(along === undefined ? {} : { along }) });
  };
  collect(goal.a, note);
  collect(goal.b, note);
  const cost = (d: Driver): number => {
    const move = r.firm.def(d.fact)?.move;
    // A share is raised by its part first: hiring scientists, not dismissing everyone else.
    if (d.along !== undefined && move?.dir !== 'never') return -1;
    return move === undefined ? 1e6 : move.dir === 'never' || move.dir === 'time' ? 1e9 : (move.cost ?? 1);
  };
  return [...seen.values()].sort((x, y) => cost(x) - cost(y));
}

function collect(e: Expr, note: (fact: Id, back: number) => void): void {
  switch (e.k) {
    case 'fact':
      return note(e.fact, yearsBack(e.year));
    case 'growth':
    case 'agg':
      return note(e.series, 0);
    case 'add':
    case 'sub':
    case 'mul':
      for (const x of e.of) collect(x, note);
      return;
    case 'neg':
      return collect(e.of, note);
    case 'div':
      collect(e.num, note);
      return collect(e.den, note);
    case 'fx':
      return collect(e.of, note);
    case 'cond':
      collect(e.then, note);
      return collect(e.else, note);
    default:
      return;
  }
}
