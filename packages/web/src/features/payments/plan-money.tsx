import type { CasePayments } from '@tidu/api/payments/contract';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';

/** The sums of a plan: what was approved and where it is now. What never happened is left out. */
export function PlanMoney({ payments }: { readonly payments: CasePayments }) {
  const m = useMessages(paymentsMessages);
  const format = useFormat();
  const figures = [
    { label: m.plan.total, value: payments.total, isShown: true },
    { label: m.plan.ordered, value: payments.ordered, isShown: true },
    { label: m.plan.paid, value: payments.paid, isShown: true },
    { label: m.plan.stopped, value: payments.stopped, isShown: payments.stopped !== '0' },
    { label: m.plan.recovered, value: payments.recovered, isShown: payments.recovered !== '0' },
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-3 sm:flex">
      {figures
        .filter(({ isShown }) => isShown)
        .map(({ label, value }) => (
          <div key={label}>
            <dt className="text-small text-ink-2">{label}</dt>
            <dd className="text-h3 font-semibold tabular-nums">{format.money(value)}</dd>
          </div>
        ))}
    </dl>
  );
}
