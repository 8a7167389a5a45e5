import type { Order } from '@tidu/api/payments/orders/contract';
import { useState } from 'react';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { ActDialog, saidOf } from '../../shared/ui/act-dialog.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { Field } from '../../shared/ui/field.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { orderPath, usePaymentAct } from './queries.ts';

interface ReturnDialogProps {
  readonly order: Order;
  readonly onClose: () => void;
}

/** Sends all or some payments of an order back with the reason. */
export function ReturnDialog({ order, onClose }: ReturnDialogProps) {
  const m = useMessages(paymentsMessages);
  const format = useFormat();
  const open = order.rows.filter(({ state }) => state === 'prepared');
  const [ids, setIds] = useState<readonly string[]>(open.map(({ id }) => id));
  const [reason, setReason] = useState('');
  const act = usePaymentAct(`${orderPath(order.id)}/return`, m.order.backDone, onClose);
  const some = ids.length === open.length ? {} : { rowIds: ids };
  return (
    <ActDialog
      title={m.order.backTitle}
      lead={m.order.backLead}
      action={m.order.sendBack}
      busy={act.isPending}
      error={act.error}
      isReady={reason.trim() !== '' && ids.length > 0}
      onConfirm={() => act.mutate({ version: order.version, reason, ...some })}
      onClose={onClose}
    >
      {open.length > 1 && (
        <Field id="rowIds" legend label={m.order.backRows}>
          <div className="max-h-44 space-y-2 overflow-auto">
            {open.map(({ id, firmName, amount, seq, of }) => (
              <Checkbox
                key={id}
                id={`row-${id}`}
                label={<span className="text-small">{`${firmName} ${m.part(seq, of)} ${format.money(amount)}`}</span>}
                checked={ids.includes(id)}
                onChange={(isOn) => setIds(isOn ? [...ids, id] : ids.filter((each) => each !== id))}
              />
            ))}
          </div>
        </Field>
      )}
      <TextArea
        id="reason"
        label={m.order.reason}
        value={reason}
        onChange={setReason}
        error={saidOf(act.error, 'reason')}
      />
    </ActDialog>
  );
}
