import type { Decision } from '@tidu/rules';
import type { ApplicationRow } from '../../applications/queries.ts';
import { fenOfText } from '../../money-text.ts';
import type { SchemeDocument } from '../../schemes/scheme.ts';

/** What the rules come to for a case, and the most that may be decided, in 分; null where there is no money to decide. */
export interface Suggested {
  readonly from: 'computed' | 'allocated' | 'none';
  readonly suggestedFen: number | null;
  readonly ceilingFen: number | null;
}

type Case = Pick<ApplicationRow, 'isPlaced' | 'amountFen' | 'claimFen'>;

/**
 * The amount that was allocated where the scheme ranks, else what its awards come to, never above the claim, less what was
 * found to be paid elsewhere (`deductFen`; an allocation has taken it off already).
 */
export function suggestedAmount(
  { ranks, awards, pool }: Pick<SchemeDocument, 'ranks' | 'awards' | 'pool'>,
  decision: Decision,
  { isPlaced, amountFen, claimFen }: Case,
  deductFen = 0,
): Suggested {
  if (pool === undefined) return { from: 'none', suggestedFen: null, ceilingFen: null };
  if (ranks && isPlaced) return { from: 'allocated', suggestedFen: amountFen ?? 0, ceilingFen: amountFen ?? 0 };
  const mine = decision.awards.filter(({ award, outcome }) => awards.includes(award) && outcome !== 'no');
  const certain = mine.filter(({ outcome }) => outcome === 'yes').map(({ amount }) => floorFen(amount.lo) ?? 0);
  const possible = mine.map(({ amount }) => floorFen(amount.hi));
  const most = claimFen ?? Number.MAX_SAFE_INTEGER;
  const ceiling = possible.some((fen) => fen === undefined) ? most : sum(possible.map((fen) => fen ?? 0));
  const whole = Math.min(most, ceiling);
  const less = (fen: number) => Math.max(0, fen - deductFen);
  return { from: 'computed', suggestedFen: less(Math.min(whole, sum(certain))), ceilingFen: less(whole) };
}

const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);

/** Whole 分 of exact text, rounded down; nothing where it has no bound. */
function floorFen(text: string): number | undefined {
  const [, whole, part = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole !== undefined) return fenOfText(`${whole}.${part.slice(0, 2).padEnd(2, '0')}`);
  const [, n, d] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  return n === undefined || d === undefined ? undefined : Number((BigInt(n) * 100n) / BigInt(d));
}
