import type { Order } from '@tidu/api/payments/orders/contract';
import { useState } from 'react';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { ActDialog } from '../../shared/ui/act-dialog.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { orderPath, usePaymentAct } from './queries.ts';

interface ReleaseDialogProps {
  readonly order: Order;
  readonly onClose: () => void;
}

/** Lets an order go to the bank; it cannot be called back. */
export function ReleaseDialog({ order, onClose }: ReleaseDialogProps) {
  const m = useMessages(paymentsMessages);
  const format = useFormat();
  const [isChecked, setChecked] = useState(false);
  const act = usePaymentAct(`${orderPath(order.id)}/release`, m.order.releaseDone, onClose);
  return (
    <ActDialog
      title={m.order.releaseTitle}
      lead={m.order.releaseLead(order.count, format.money(order.total))}
      action={m.order.release}
      busy={act.isPending}
      error={act.error}
      isReady={isChecked}
      onConfirm={() => act.mutate({ version: order.version })}
      onClose={onClose}
    >
      <Checkbox id="checked" label={m.order.checked} checked={isChecked} onChange={setChecked} />
    </ActDialog>
  );
}
