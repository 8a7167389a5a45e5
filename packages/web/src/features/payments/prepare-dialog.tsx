import type { PaymentLine } from '@tidu/api/payments/contract';
import type { PreparedOrder } from '@tidu/api/payments/orders/contract';
import { useState } from 'react';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { sumOf } from '../../shared/format/sum-of.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { ActDialog, saidOf } from '../../shared/ui/act-dialog.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { usePaymentAct } from './queries.ts';

interface PrepareDialogProps {
  readonly rows: readonly PaymentLine[];
  readonly onClose: () => void;
  readonly onMade: (made: PreparedOrder) => void;
}

/** Makes one order of what is chosen; an account under another name asks for its reason. */
export function PrepareDialog({ rows, onClose, onMade }: PrepareDialogProps) {
  const m = useMessages(paymentsMessages);
  const format = useFormat();
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [note, setNote] = useState('');
  const act = usePaymentAct<PreparedOrder>('/api/v1/payment-orders', m.plan.done, onMade);
  const others = rows.filter(({ payTo }) => payTo && !payTo.isHolderFirm);
  const body = {
    instalments: rows.map(({ id, version }) => ({
      id,
      version,
      ...(reasons[id]?.trim() ? { holderReason: reasons[id] } : {}),
    })),
    ...(note.trim() === '' ? {} : { note }),
  };
  return (
    <ActDialog
      title={m.prepareTitle}
      lead={m.prepareLead(rows.length, format.money(sumOf(rows.map(({ amount }) => amount))))}
      action={m.prepare}
      busy={act.isPending}
      error={act.error}
      isReady={others.every(({ id }) => (reasons[id]?.trim() ?? '') !== '')}
      onConfirm={() => act.mutate(body)}
      onClose={onClose}
    >
      {others.map(({ id, firmName, payTo }) => (
        <TextArea
          key={id}
          id={`holder-${id}`}
          rows={2}
          label={m.holderReason(firmName, payTo?.holder ?? '')}
          value={reasons[id] ?? ''}
          onChange={(next) => setReasons({ ...reasons, [id]: next })}
        />
      ))}
      <TextInput
        id="note"
        label={m.note}
        optional
        maxLength={500}
        value={note}
        onChange={setNote}
        error={saidOf(act.error, 'note')}
      />
    </ActDialog>
  );
}
