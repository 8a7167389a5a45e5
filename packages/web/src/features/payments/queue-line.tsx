import type { PaymentPage } from '@tidu/api/payments/contract';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { sumOf } from '../../shared/format/sum-of.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { exportPath } from './queries.ts';

interface QueueLineProps {
  readonly counts: PaymentPage['counts'];
  readonly state: string | undefined;
}

/** How many there are and how much, and the way to take all of them along. */
export function QueueLine({ counts, state = 'due,bounced,waiting' }: QueueLineProps) {
  const m = useMessages(paymentsMessages);
  const format = useFormat();
  const shown = counts.filter((each) => state.split(',').includes(each.state));
  const n = shown.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-small text-ink-2">
      <p aria-live="polite">{m.found(n, format.money(sumOf(shown.map(({ amount }) => amount))))}</p>
      <p className="flex flex-wrap items-center gap-2">
        <a className={buttonClass('secondary', 'dense')} href={exportPath(state, 'xlsx')} download>
          {m.exportXlsx}
        </a>
        <a className={buttonClass('secondary', 'dense')} href={exportPath(state, 'csv')} download>
          {m.exportCsv}
        </a>
      </p>
    </div>
  );
}
