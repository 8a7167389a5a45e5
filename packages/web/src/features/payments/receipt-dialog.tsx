import type { Recovery } from '@tidu/api/payments/contract';
import { useState } from 'react';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { ActDialog, saidOf } from '../../shared/ui/act-dialog.tsx';
import { DateInput } from '../../shared/ui/date-input.tsx';
import { MoneyInput } from '../../shared/ui/money-input.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { usePaymentAct } from './queries.ts';

interface ReceiptDialogProps {
  readonly recovery: Recovery;
  readonly onClose: () => void;
}

/** Notes money that came back. */
export function ReceiptDialog({ recovery, onClose }: ReceiptDialogProps) {
  const m = useMessages(paymentsMessages);
  const format = useFormat();
  const { id, version, left } = recovery;
  const [amount, setAmount] = useState<string | undefined>(left);
  const [receivedOn, setReceivedOn] = useState<string>();
  const [bankReference, setReference] = useState('');
  const act = usePaymentAct(`/api/v1/recoveries/${id}/receipts`, m.plan.done, onClose);
  const said = (path: string): string | undefined => saidOf(act.error, path);
  return (
    <ActDialog
      title={m.recovery.receiptTitle}
      lead={m.recovery.receiptLead(format.money(left))}
      action={m.recovery.receipt}
      busy={act.isPending}
      error={act.error}
      isReady={amount !== undefined && receivedOn !== undefined && bankReference.trim() !== ''}
      onConfirm={() => act.mutate({ version, amount, receivedOn, bankReference })}
      onClose={onClose}
    >
      <MoneyInput id="amount" label={m.recovery.amount} value={amount} onChange={setAmount} error={said('amount')} />
      <DateInput
        id="receivedOn"
        label={m.recovery.receivedOn}
        value={receivedOn}
        onChange={setReceivedOn}
        error={said('receivedOn')}
      />
      <TextInput
        id="bankReference"
        label={m.recovery.reference}
        value={bankReference}
        onChange={setReference}
        error={said('bankReference')}
      />
    </ActDialog>
  );
}
