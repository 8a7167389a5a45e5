import type { CasePayments, Recovery } from '@tidu/api/payments/contract';
import { useState } from 'react';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ClaimDialog } from './claim-dialog.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** What is claimed back of a case and what has come in. Whoever may claim may also note and withdraw. */
export function RecoveryPart({ payments }: { readonly payments: CasePayments }) {
  const m = useMessages(paymentsMessages);
  const [isClaiming, setClaiming] = useState(false);
  const { recoveries, mayRecover, paid, applicationId } = payments;
  if (paid === '0') return null;
  return (
    <section aria-labelledby="recovery-title" className="space-y-3">
      <h3 id="recovery-title" className="text-h3">
        {m.recovery.title}
      </h3>
      {recoveries.length === 0 && <p className="text-small text-ink-2">{m.recovery.none}</p>}
      <ul className="space-y-3">
        {recoveries.map((each) => (
          <RecoveryItem key={each.id} recovery={each} mayAct={mayRecover !== null && each.state === 'open'} />
        ))}
      </ul>
      {mayRecover !== null && mayRecover !== '0' && (
        <Button size="dense" onClick={() => setClaiming(true)}>
          {m.recovery.claim}
        </Button>
      )}
      {isClaiming && mayRecover !== null && (
        <ClaimDialog applicationId={applicationId} most={mayRecover} onClose={() => setClaiming(false)} />
      )}
    </section>
  );
}

function RecoveryItem({ recovery, mayAct }: { readonly recovery: Recovery; readonly mayAct: boolean }) {
  const m = useMessages(paymentsMessages);
  const format = useFormat();
  const [open, setOpen] = useState<'receipt' | 'withdraw'>();
  const { amount, received, left, reason, clause, dueOn, state, receipts, withdrawReason } = recovery;
  const close = (): void => setOpen(undefined);
  return (
    <li className="rounded-2 border border-line bg-surface p-4 text-small">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="font-semibold">{m.recovery.line(format.money(amount), format.day(dueOn))}</span>
        <span className={state === 'open' ? 'font-medium text-amber' : 'text-ink-2'}>{m.recovery.state[state]}</span>
      </p>
      <p className="mt-1">{m.firm.why(reason, clause)}</p>
      <p className="mt-1 text-ink-2">{m.recovery.received(format.money(received), format.money(left))}</p>
      {withdrawReason && <p className="mt-1 text-ink-2">{m.recovery.withdrawn(withdrawReason)}</p>}
      <ul className="mt-1 text-ink-2">
        {receipts.map((each) => (
          <li key={`${each.receivedOn} ${each.bankReference}`}>
            {m.recovery.receiptLine(format.day(each.receivedOn), format.money(each.amount), each.bankReference)}
          </li>
        ))}
      </ul>
      {mayAct && (
        <div className="mt-3 flex flex-wrap gap-3">
          <Button size="dense" onClick={() => setOpen('receipt')}>
            {m.recovery.receipt}
          </Button>
          <Button size="dense" look="quiet" onClick={() => setOpen('withdraw')}>
            {m.recovery.withdraw}
          </Button>
        </div>
      )}
      {open === 'receipt' && <ReceiptDialog recovery={recovery} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog recovery={recovery} onClose={close} />}
    </li>
  );
}
