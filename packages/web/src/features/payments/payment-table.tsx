import type { PaymentLine } from '@tidu/api/payments/contract';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { DENSE_CELL, DenseRow, DenseTable, RowCheck } from '../../shared/ui/dense-table.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { PaymentState } from './payment-state.tsx';

interface PaymentTableProps {
  readonly rows: readonly PaymentLine[];
  readonly at: number;
  readonly chosen: ReadonlySet<string>;
  readonly mayChoose: (id: string) => boolean;
  readonly onChoose: (id: string) => void;
}

const CELL = `${DENSE_CELL} py-1`;

/** Instalments as dense rows; on a phone only who gets how much and how it stands are left. */
export function PaymentTable({ rows, at, ...choice }: PaymentTableProps) {
  const m = useMessages(paymentsMessages);
  const { column } = m;
  const columns = [
    [column.waiting, 'hidden sm:table-cell'],
    [column.number, 'hidden xl:table-cell'],
    [column.firm],
    [column.part, 'hidden md:table-cell'],
    [column.condition, 'hidden lg:table-cell'],
    [column.amount, 'text-right'],
    [column.account, 'hidden lg:table-cell'],
    [column.state, 'hidden sm:table-cell'],
  ] as const;
  return (
    <DenseTable caption={m.queue} select={column.select} columns={columns}>
      {rows.map((row, i) => (
        <Row key={row.id} row={row} isHere={i === at} {...choice} />
      ))}
    </DenseTable>
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
  return (
    <DenseRow isHere={isHere}>
      <td className={`${CELL} w-9`}>
        {mayChoose(row.id) && (
          <RowCheck
            label={m.select(`${row.firmName} ${m.part(row.seq, row.of)}`)}
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
    </DenseRow>
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
