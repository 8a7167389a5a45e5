import type { Range } from '@tidu/rules';
import { useFormat } from '../format/use-format.ts';

interface MoneyRangeProps {
  readonly amount: Range;
  readonly size?: 'figure' | 'body';
}

/** Money that may be claimed: one figure when certain, two ends in amber while open. */
export function MoneyRange({ amount, size = 'body' }: MoneyRangeProps) {
  const format = useFormat();
  const open = amount.lo !== amount.hi;
  return (
    <span
      className={`${size === 'figure' ? 'text-figure' : 'text-body'} font-semibold ${open ? 'text-amber' : 'text-ink'}`}
    >
      {format.range(amount, 'CNY')}
    </span>
  );
}
