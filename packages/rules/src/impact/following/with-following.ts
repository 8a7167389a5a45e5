import { add, formatNum, num } from '../../number/rational.ts';
import type { BeforeAfter, Impact, MoneyRange, Mover, Movers } from '../impact-report.ts';
import { plus } from './plus.ts';

/**
 * The effect of a change with what it does to the money of other policies that go by its result (随之变化): their awards and
 * pools stand beside its own, of the firms whose tiers move; what a firm wins or loses is both together.
 */
export function withFollowing(own: Impact, others: readonly Impact[]): Impact {
  if (others.length === 0) return own;
  const moves = others.map(movesOf);
  const named = new Set([own.winners, own.losers, own.unclear].flatMap(({ shown }) => shown.map(({ id }) => id)));
  const withMoney = (movers: Movers, extra: readonly Movers[]): Movers => {
    // Who moves by the money alone keeps an open standing: a settled one gives the same facts as before.
    const byMoney = extra.flatMap(({ shown }) => shown.filter(({ id }) => !named.has(id)));
    const shown = movers.shown.map((mover) => withDelta(mover, moves));
    return {
      count: movers.count + byMoney.length,
      shown: [...shown, ...byMoney.map((mover) => ({ ...mover, from: OPEN, to: OPEN }))],
    };
  };
  return {
    ...own,
    winners: withMoney(
      own.winners,
      others.map(({ winners }) => winners),
    ),
    losers: withMoney(
      own.losers,
      others.map(({ losers }) => losers),
    ),
    unclear: withMoney(own.unclear, []),
    awards: Object.assign({}, ...others.map(({ awards }) => touched(awards)), own.awards),
    pools: Object.assign({}, ...others.map(({ pools }) => touched(pools)), own.pools),
    total: others.reduce(
      (sum, { total }) => ({ before: plus(sum.before, total.before), after: plus(sum.after, total.after) }),
      own.total,
    ),
    segments: Object.fromEntries(
      Object.entries(own.segments).map(([name, rows]) => [
        name,
        rows.map((row) => {
          const same = others.flatMap(
            (each) => each.segments[name]?.find(({ segment }) => segment === row.segment) ?? [],
          );
          const money = same.reduce(
            (sum, each) => ({
              before: plus(sum.before, each.money.before),
              after: plus(sum.after, each.money.after),
            }),
            row.money,
          );
          return { ...row, money };
        }),
      ]),
    ),
  };
}

type Claims = { readonly claimed: MoneyRange } | { readonly amount: MoneyRange };
const mostOf = (x: Claims | undefined): string => (x ? ('claimed' in x ? x.claimed : x.amount).hi : '0');

/** Those the moved firms claim from, before or after. */
const touched = <T extends Claims>(
  all: Readonly<Record<string, BeforeAfter<T>>>,
): Readonly<Record<string, BeforeAfter<T>>> =>
  Object.fromEntries(
    Object.entries(all).filter(([, { before, after }]) => mostOf(before) !== '0' || mostOf(after) !== '0'),
  );

const OPEN = 'undetermined';

type Moves = { readonly isWhole: boolean; readonly byFirm: ReadonlyMap<string, Mover> };

function movesOf({ winners, losers, unclear }: Impact): Moves {
  const all = [winners, losers, unclear];
  return {
    isWhole: all.every(({ count, shown }) => count === shown.length),
    byFirm: new Map(all.flatMap(({ shown }) => shown.map((mover) => [mover.id, mover]))),
  };
}

/** Absent where one of the amounts is not settled, or is of a firm beyond those kept by name. */
function withDelta({ delta, ...mover }: Mover, moves: readonly Moves[]): Mover {
  const more = moves.map(({ isWhole, byFirm }) => {
    const found = byFirm.get(mover.id);
    return found ? found.delta : isWhole ? '0' : undefined;
  });
  const parts = [delta, ...more].flatMap((each) => each ?? []);
  if (parts.length <= moves.length) return mover;
  return { ...mover, delta: formatNum(parts.map(num).reduce(add)) };
}
