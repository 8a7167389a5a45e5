import type { PaymentLine } from '@tidu/api/payments/contract';
import type { PreparedOrder } from '@tidu/api/payments/orders/contract';
import { useState } from 'react';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { sumOf } from '../../shared/format/sum-of.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { PrepareDialog } from './prepare-dialog.tsx';

interface ChosenBarProps {
  readonly rows: readonly PaymentLine[];
  readonly onClear: () => void;
  readonly onMade: (made: PreparedOrder) => void;
}

/** What is chosen, at the foot of the window, and the way to make an order of it. */
export function ChosenBar({ rows, onClear, onMade }: ChosenBarProps) {
  const m = useMessages(paymentsMessages);
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const total = format.money(sumOf(rows.map(({ amount }) => amount)));
  return (
    <div className="sticky bottom-0 flex flex-wrap items-center gap-4 rounded-2 border border-line-strong bg-surface px-4 py-3">
      <p className="font-medium tabular-nums" aria-live="polite">
        {m.chosen(rows.length, total)}
      </p>
      <Button look="primary" onClick={() => setOpen(true)}>
        {m.prepare}
      </Button>
      <Button look="quiet" onClick={onClear}>
        {m.clear}
      </Button>
      {isOpen && (
        <PrepareDialog
          rows={rows}
          onClose={() => setOpen(false)}
          onMade={(made) => {
            setOpen(false);
            onClear();
            onMade(made);
          }}
        />
      )}
    </div>
  );
}
