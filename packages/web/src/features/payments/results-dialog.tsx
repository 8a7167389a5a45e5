import type { Order, OrderRowView } from '@tidu/api/payments/orders/contract';
import { useState } from 'react';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { ActDialog, saidOf } from '../../shared/ui/act-dialog.tsx';
import { DateInput } from '../../shared/ui/date-input.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { orderPath, usePaymentAct } from './queries.ts';
import { bodyOf, isWritten, LATER, type Result } from './written-results.ts';

interface ResultsDialogProps {
  readonly order: Order;
  readonly onClose: () => void;
}

/** What the bank told of each payment; those without a receipt are left for later. */
export function ResultsDialog({ order, onClose }: ResultsDialogProps) {
  const m = useMessages(paymentsMessages);
  const open = order.rows.filter(({ state }) => state === 'released');
  const [results, setResults] = useState<Readonly<Record<string, Result>>>({});
  const act = usePaymentAct(`${orderPath(order.id)}/results`, m.order.resultsDone, onClose);
  const body = bodyOf(open, results);
  const isReady = body.length > 0 && body.every(isWritten);
  return (
    <ActDialog
      wide
      title={m.order.resultsTitle}
      lead={m.order.resultsLead}
      action={m.order.record}
      busy={act.isPending}
      error={act.error}
      isReady={isReady}
      onConfirm={() => act.mutate({ version: order.version, results: body })}
      onClose={onClose}
    >
      <ul className="space-y-5">
        {open.map((row) => (
          <li key={row.id} className="border-t border-line pt-4">
            <OneResult
              row={row}
              result={results[row.id] ?? LATER}
              place={body.findIndex(({ rowId }) => rowId === row.id)}
              error={act.error}
              onChange={(next) => setResults({ ...results, [row.id]: next })}
            />
          </li>
        ))}
      </ul>
    </ActDialog>
  );
}

interface OneResultProps {
  readonly row: OrderRowView;
  readonly result: Result;
  /** Where it stands in the request, for what the server says about it. */
  readonly place: number;
  readonly error: Error | null;
  readonly onChange: (next: Result) => void;
}

function OneResult({ row, result, place, error, onChange }: OneResultProps) {
  const m = useMessages(paymentsMessages);
  const format = useFormat();
  const id = (field: string): string => `results-${place}-${field}`;
  const said = (field: string): string | undefined => saidOf(error, `results.${place}.${field}`);
  const choices = { later: m.order.later, paid: m.order.paid, bounced: m.order.isBounced };
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <div>
        <label htmlFor={`outcome-${row.id}`} className="font-medium">
          <span className="sr-only">{m.order.outcome(row.firmName)}</span>
          <span aria-hidden="true">{`${row.firmName} ${format.money(row.amount)}`}</span>
        </label>
        <select
          id={`outcome-${row.id}`}
          className="control mt-2"
          value={result.outcome}
          onChange={(event) => onChange({ ...result, outcome: event.target.value as Result['outcome'] })}
        >
          {Object.entries(choices).map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {result.outcome === 'paid' && (
        <>
          <DateInput
            id={id('paidOn')}
            label={m.order.paidDay}
            value={result.paidOn || undefined}
            onChange={(paidOn = '') => onChange({ ...result, paidOn })}
            error={said('paidOn')}
          />
          <TextInput
            id={id('bankReference')}
            label={m.order.reference}
            maxLength={100}
            value={result.bankReference}
            onChange={(bankReference) => onChange({ ...result, bankReference })}
            error={said('bankReference')}
          />
        </>
      )}
      {result.outcome === 'bounced' && (
        <div className="sm:col-span-2">
          <TextInput
            id={id('reason')}
            label={m.order.bounceReason}
            value={result.reason}
            onChange={(reason) => onChange({ ...result, reason })}
            error={said('reason')}
          />
        </div>
      )}
    </div>
  );
}
