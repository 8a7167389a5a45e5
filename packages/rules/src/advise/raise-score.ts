import type { Cmp } from '../explain/drivers.ts';
import { compare, num, type Rational } from '../number/rational.ts';
import type { Expr } from '../policy/document.ts';
import { unitOf } from '../policy/units.ts';
import { cheapest, type State, WIDTH } from './state.ts';
import { waysTo } from './ways-to.ts';

/** The points a score is sure of. */
export const surePoints = (s: State, e: Expr): Rational => s.c.r.number(e).lo;

/** The firm as it could be with more points in a score, each reachable step of it, cheapest first. */
export function waysToRaise(s: State, e: Expr): readonly State[] {
  const now = surePoints(s, e);
  return steps(s, e).filter((x) => compare(surePoints(x, e), now) > 0);
}

function steps(s: State, e: Expr): readonly State[] {
  switch (e.k) {
    case 'indicator':
      return steps(s, e.of);
    case 'bands':
      return e.rows.flatMap((row): readonly State[] => {
        const bound = row.ge ?? row.gt;
        if (bound === undefined || compare(num(row.out), surePoints(s, e)) <= 0) return [];
        const unit = unitOf(e.of, s.c.doc) ?? 'none';
        const goal: Cmp = {
          k: 'cmp',
          op: row.ge === undefined ? 'gt' : 'ge',
          a: e.of,
          b: { k: 'lit', value: bound, unit },
        };
        return waysTo(s, goal, true);
      });
    case 'table':
      return e.rows.flatMap((row) =>
        compare(num(row.out), surePoints(s, e)) <= 0 && e.hit !== 'sumOut' ? [] : waysTo(s, row.when, true),
      );
    case 'bonus':
      return waysTo(s, e.when, true);
    case 'bestOf':
      return e.of.flatMap((x) => steps(s, x));
    case 'sum':
      return eachPart(s, e, e.of);
    case 'bandsBy': {
      const row = e.rows[s.c.r.bandRow(s.c.r.number(e.by), e.rows) ?? -1];
      return row ? steps(s, row.use) : [];
    }
    case 'cond': {
      const t = s.c.r.truth(e.if);
      return t === 'undetermined' ? [] : steps(s, t === 'yes' ? e.then : e.else);
    }
    default:
      return [];
  }
}

/** Every choice of steps over the lines of a score table; of equal or fewer points only the cheaper one stays. */
function eachPart(s: State, whole: Expr, of: readonly Expr[]): readonly State[] {
  let states: readonly State[] = [s];
  for (const part of of)
    states = undominated(
      whole,
      states.flatMap((x) => [x, ...steps(x, part)]),
    );
  return states;
}

function undominated(whole: Expr, states: readonly State[]): readonly State[] {
  const kept: { readonly s: State; readonly points: Rational }[] = [];
  for (const s of cheapest(states, states.length)) {
    const points = surePoints(s, whole);
    if (kept.every((k) => compare(k.points, points) < 0)) kept.push({ s, points });
  }
  return kept.slice(0, 4 * WIDTH).map((k) => k.s);
}
