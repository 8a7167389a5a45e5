import { refuseAll } from '../http/api-error.ts';
import { message } from '../messages/say.ts';
import { fenOfText, yuanText } from '../money-text.ts';
import type { Suggested } from './basis/suggested-amount.ts';

/**
 * The amount to decide in 分: the one asked for, else the one the rules came to. INVARIANT (never-above-the-rule): no
 * decision is above what was computed or allocated. Another amount than the computed one needs a reason.
 */
export function checkAmount(
  { from, suggestedFen, ceilingFen }: Suggested,
  amount: string | undefined,
  deviationReason: string | undefined,
): number | null {
  if (from === 'none') {
    if (amount !== undefined) throw wrong('amount', 'no-money-here', 'leave-out');
    return null;
  }
  const fen = amount === undefined ? (suggestedFen ?? 0) : (fenOfText(amount) ?? -1);
  const most = ceilingFen ?? 0;
  if (fen < 0) throw wrong('amount', 'not-an-amount', 'write-amount');
  if (fen === 0) throw wrong('amount', 'amount-nothing', 'refuse-instead');
  if (fen > most) throw wrong('amount', 'amount-above-ceiling', 'at-most', { most: yuanText(most) });
  if (fen !== suggestedFen && (deviationReason ?? '').trim() === '')
    throw wrong('deviationReason', 'deviation-unexplained', 'say-why', { suggested: yuanText(suggestedFen ?? 0) });
  return fen;
}

const wrong = (path: string, what: string, fix: string, args: Readonly<Record<string, string>> = {}) =>
  refuseAll('invalid-decision', [
    { path, message: message(`api.detail.${what}`, args), fix: message(`api.fix.${fix}`, args) },
  ]);
