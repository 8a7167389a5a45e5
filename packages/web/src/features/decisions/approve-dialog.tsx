import type { DecisionDesk } from '@tidu/api/decisions/contract';
import { useState } from 'react';
import { decisionsMessages } from '../../messages/decisions-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { ActDialog, saidOf } from '../../shared/ui/act-dialog.tsx';
import { MoneyInput } from '../../shared/ui/money-input.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { useDecide } from './use-decide.ts';

interface ApproveDialogProps {
  readonly desk: DecisionDesk;
  readonly event: 'propose-approval' | 'overturn-refusal';
  readonly onClose: () => void;
}

const OUTCOME = { 'propose-approval': 'approve', 'overturn-refusal': 'overturn' } as const;

/** Proposes support with the amount the rules came to, or another one with its reason. */
export function ApproveDialog({ desk, event, onClose }: ApproveDialogProps) {
  const m = useMessages(decisionsMessages);
  const format = useFormat();
  const { application, from, suggested, ceiling } = desk;
  const [amount, setAmount] = useState(suggested ?? undefined);
  const [deviationReason, setDeviation] = useState('');
  const [reason, setReason] = useState('');
  const decide = useDecide(application.id, event, onClose);
  const hasMoney = from !== 'none';
  const deviates = hasMoney && amount !== undefined && amount !== suggested;
  const body = {
    outcome: OUTCOME[event],
    version: application.version,
    reason,
    ...(hasMoney && amount !== undefined ? { amount } : {}),
    ...(deviates ? { deviationReason } : {}),
  };
  const isReady =
    reason.trim() !== '' && (!hasMoney || amount !== undefined) && (!deviates || deviationReason.trim() !== '');
  return (
    <ActDialog
      title={event === 'propose-approval' ? m.approve : m.overturn}
      lead={event === 'propose-approval' ? m.approveLead : m.overturnLead}
      action={m.confirm}
      busy={decide.isPending}
      error={decide.error}
      isReady={isReady}
      onConfirm={() => decide.mutate(body)}
      onClose={onClose}
    >
      {hasMoney && (
        <MoneyInput
          id="amount"
          label={m.decidedAmount}
          hint={m.amountHint(format.money(suggested ?? '0'), format.money(ceiling ?? '0'))}
          value={amount}
          onChange={setAmount}
          error={saidOf(decide.error, 'amount')}
        />
      )}
      {deviates && (
        <TextArea
          id="deviationReason"
          label={m.deviation}
          rows={2}
          value={deviationReason}
          onChange={setDeviation}
          error={saidOf(decide.error, 'deviationReason')}
        />
      )}
      <TextArea
        id="reason"
        label={m.reason}
        hint={m.reasonHint}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        error={saidOf(decide.error, 'reason')}
      />
    </ActDialog>
  );
}
