import { useState } from 'react';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { ActDialog, saidOf } from '../../shared/ui/act-dialog.tsx';
import { DateInput } from '../../shared/ui/date-input.tsx';
import { MoneyInput } from '../../shared/ui/money-input.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { usePaymentAct } from './queries.ts';

interface ClaimDialogProps {
  readonly applicationId: string;
  readonly most: string;
  readonly onClose: () => void;
}

/** Claims paid money back, with its reason, clause and day. */
export function ClaimDialog({ applicationId, most, onClose }: ClaimDialogProps) {
  const m = useMessages(paymentsMessages);
  const format = useFormat();
  const [amount, setAmount] = useState<string | undefined>(most);
  const [dueOn, setDueOn] = useState<string>();
  const [reason, setReason] = useState('');
  const [clause, setClause] = useState('');
  const act = usePaymentAct(`/api/v1/applications/${applicationId}/recoveries`, m.plan.done, onClose);
  const said = (path: string): string | undefined => saidOf(act.error, path);
  return (
    <ActDialog
      isGrave
      title={m.recovery.claimTitle}
      lead={m.recovery.claimLead(format.money(most))}
      action={m.recovery.claim}
      busy={act.isPending}
      error={act.error}
      isReady={amount !== undefined && dueOn !== undefined && reason.trim() !== '' && clause.trim() !== ''}
      onConfirm={() => act.mutate({ amount, dueOn, reason, clause })}
      onClose={onClose}
    >
      <MoneyInput id="amount" label={m.recovery.amount} value={amount} onChange={setAmount} error={said('amount')} />
      <TextArea id="reason" label={m.recovery.reason} value={reason} onChange={setReason} error={said('reason')} />
      <TextInput id="clause" label={m.recovery.clause} value={clause} onChange={setClause} error={said('clause')} />
      <DateInput id="dueOn" label={m.recovery.dueOn} value={dueOn} onChange={setDueOn} error={said('dueOn')} />
    </ActDialog>
  );
}
