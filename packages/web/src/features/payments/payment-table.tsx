import type { PaymentLine } from '@tidu/api/payments/contract';
import { useEffect, useRef } from 'react';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Link } from '../../shared/ui/link.tsx';
import { PaymentState } from './payment-state.tsx';

interface PaymentTableProps {
  readonly rows: readonly PaymentLine[];
  readonly at: number;
  readonly chosen: ReadonlySet<string>;
  readonly mayChoose: (id: string) => boolean;
  readonly onChoose: (id: string) => void;
}

const CELL = 'h-9 px-2.5 py-1 text-small';
const HEAD = `${CELL} text-left font-medium whitespace-nowrap text-ink-2`;

/** Instalments as dense rows; on a phone only who gets how much and how it stands are left. */
export function PaymentTable({ rows, at, ...choice }: PaymentTableProps) {
  const m = useMessages(paymentsMessages);
  const { column } = m;
  return (
    <div className="overflow-x-auto rounded-2 border border-line bg-surface">
      <table className="w-full border-collapse">
        <caption className="sr-only">{m.queue}</caption>
        <thead>
          <tr className="border-b border-line-strong">
            <th scope="col" className={HEAD}>
              <span className="sr-only">{column.select}</span>
            </th>
            <th scope="col" className={`${HEAD} hidden sm:table-cell`}>
              {column.waiting}
            </th>
            <th scope="col" className={`${HEAD} hidden xl:table-cell`}>
              {column.number}
            </th>
            <th scope="col" className={HEAD}>
              {column.firm}
            </th>
            <th scope="col" className={`${HEAD} hidden md:table-cell`}>
              {column.part}
            </th>
            <th scope="col" className={`${HEAD} hidden lg:table-cell`}>
              {column.condition}
            </th>
            <th scope="col" className={`${HEAD} text-right`}>
              {column.amount}
            </th>
            <th scope="col" className={`${HEAD} hidden lg:table-cell`}>
              {column.account}
            </th>
            <th scope="col" className={`${HEAD} hidden sm:table-cell`}>
              {column.state}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <Row key={row.id} row={row} isHere={i === at} {...choice} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps extends Omit<PaymentTableProps, 'rows' | 'at'> {
  readonly row: PaymentLine;
  readonly isHere: boolean;
}

function Row({ row, isHere, chosen, mayChoose, onChoose }: RowProps) {
  const m = useMessages(paymentsMessages);
  const text = useText();
  const format = useFormat();
  const box = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (!isHere) return;
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.querySelector('a')?.focus({ preventScroll: true });
  }, [isHere]);
  return (
    <tr
      ref={box}
      aria-current={isHere || undefined}
      className={`border-b border-line last:border-0 hover:bg-celadon-wash ${
        isHere ? 'bg-celadon-wash shadow-[inset_3px_0_0_var(--celadon)]' : ''
      }`}
    >
      <td className={`${CELL} w-9`}>
        {mayChoose(row.id) && (
          <input
            type="checkbox"
            className="size-4 align-middle accent-[var(--celadon)]"
            aria-label={m.select(`${row.firmName} ${m.part(row.seq, row.of)}`)}
            checked={chosen.has(row.id)}
            onChange={() => onChoose(row.id)}
          />
        )}
      </td>
      <td className={`${CELL} hidden whitespace-nowrap tabular-nums sm:table-cell`}>{m.days(row.waitingDays)}</td>
      <td className={`${CELL} hidden whitespace-nowrap text-ink-2 tabular-nums xl:table-cell`}>{row.number}</td>
      <th scope="row" className={`${CELL} max-w-0 min-w-36 text-left font-normal sm:w-1/4`}>
        <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
          <Link
            to="/desk/cases/$id"
            params={{ id: row.applicationId }}
            search={{ tab: 'payment' }}
            className="font-medium text-ink"
          >
            {row.firmName}
          </Link>
          <span className="min-w-0 truncate text-ink-3 max-sm:hidden" title={row.projectName}>
            {row.projectName}
          </span>
        </span>
        <span className="block sm:hidden">
          <PaymentState row={row} />
        </span>
      </th>
      <td className={`${CELL} hidden whitespace-nowrap tabular-nums md:table-cell`}>{m.partShort(row.seq, row.of)}</td>
      <td className={`${CELL} hidden lg:table-cell`}>{text(row.condition ?? row.label)}</td>
      <td className={`${CELL} text-right whitespace-nowrap tabular-nums`}>{format.money(row.amount)}</td>
      <td className={`${CELL} hidden lg:table-cell`}>
        <Account row={row} />
      </td>
      <td className={`${CELL} hidden sm:table-cell`}>
        <PaymentState row={row} />
      </td>
    </tr>
  );
}

function Account({ row: { payTo } }: { readonly row: PaymentLine }) {
  const m = useMessages(paymentsMessages);
  if (!payTo) return <span className="font-medium text-amber">{m.noAccount}</span>;
  return (
    <>
      <span className="whitespace-nowrap tabular-nums">{m.plan.at(payTo.bankName, payTo.maskedNumber)}</span>
      {!payTo.isHolderFirm && (
        <span className="block font-medium text-amber" title={payTo.holder}>
          {m.otherHolder}
        </span>
      )}
    </>
  );
}
