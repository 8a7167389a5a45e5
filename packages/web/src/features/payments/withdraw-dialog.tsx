import type { Recovery } from '@tidu/api/payments/contract';
import { useState } from 'react';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { ActDialog, saidOf } from '../../shared/ui/act-dialog.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { usePaymentAct } from './queries.ts';

interface WithdrawDialogProps {
  readonly recovery: Recovery;
  readonly onClose: () => void;
}

/** Takes back what is open of a claim. */
export function WithdrawDialog({ recovery: { id, version, left }, onClose }: WithdrawDialogProps) {
  const m = useMessages(paymentsMessages);
  const format = useFormat();
  const [reason, setReason] = useState('');
  const act = usePaymentAct(`/api/v1/recoveries/${id}/withdrawal`, m.plan.done, onClose);
  return (
    <ActDialog
      title={m.recovery.withdrawTitle}
      lead={m.recovery.withdrawLead(format.money(left))}
      action={m.recovery.withdraw}
      busy={act.isPending}
      error={act.error}
      isReady={reason.trim() !== ''}
      onConfirm={() => act.mutate({ version, reason })}
      onClose={onClose}
    >
      <TextArea
        id="reason"
        label={m.recovery.reason}
        value={reason}
        onChange={setReason}
        error={saidOf(act.error, 'reason')}
      />
    </ActDialog>
  );
}
