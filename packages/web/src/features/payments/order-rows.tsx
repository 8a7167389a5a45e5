import { useMutation } from '@tanstack/react-query';
import type { Order, OrderRowView } from '@tidu/api/payments/orders/contract';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { readJson } from '../../shared/api/read-json.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { type Column, DataTable } from '../../shared/ui/table.tsx';
import { useSession } from '../session/use-session.ts';
import { orderPath } from './queries.ts';

/** The payments of an order: to whom, on what ground, and what the bank said. */
export function OrderRows({ order }: { readonly order: Order }) {
  const m = useMessages(paymentsMessages);
  const text = useText();
  const format = useFormat();
  const { session } = useSession();
  const maySee = session?.staff.some(({ role }) => role === 'finance-preparer' || role === 'finance-releaser') ?? false;
  const columns: readonly Column<OrderRowView>[] = [
    {
      id: 'firm',
      head: m.order.firm,
      rowHead: true,
      cell: (row) => (
        <div className="min-w-40 py-1.5">
          <Link to="/desk/cases/$id" params={{ id: row.applicationId }} search={{ tab: 'payment' }}>
            {row.firmName}
          </Link>
          <span className="block text-caption text-ink-2">{`${row.caseNumber} ${m.part(row.seq, row.of)}`}</span>
        </div>
      ),
    },
    {
      id: 'amount',
      head: m.order.amount,
      align: 'right',
      cell: ({ amount }) => <span className="whitespace-nowrap">{format.money(amount)}</span>,
    },
    { id: 'account', head: m.order.account, cell: (row) => <Account row={row} orderId={order.id} maySee={maySee} /> },
    {
      id: 'why',
      head: m.order.why,
      cell: ({ condition, confirmReason, label }) => (
        <div className="min-w-48 py-1.5">
          {condition ? text(condition) : text(label)}
          {confirmReason && <span className="block text-caption text-ink-2">{confirmReason}</span>}
        </div>
      ),
    },
    { id: 'result', head: m.order.result, cell: (row) => <Result row={row} /> },
  ];
  return (
    <DataTable dense caption={m.order.rows} hideCaption columns={columns} rows={order.rows} rowId={({ id }) => id} />
  );
}

interface AccountProps {
  readonly row: OrderRowView;
  readonly orderId: string;
  readonly maySee: boolean;
}

/** The account as it was frozen; the whole number only on asking, which is recorded. */
function Account({ row: { id, account, holderReason, hasNumber }, orderId, maySee }: AccountProps) {
  const m = useMessages(paymentsMessages);
  const view = useMutation({
    mutationFn: () => readJson<{ number: string }>(`${orderPath(orderId)}/rows/${id}/number`),
  });
  return (
    <div className="min-w-56 py-1.5">
      {account.holder}
      <span className="block text-caption text-ink-2 tabular-nums">
        {account.bankName} {view.data ? m.order.numberShown(view.data.number) : account.maskedNumber}
      </span>
      {!account.isHolderFirm && (
        <span className="block text-caption font-medium text-amber">
          {holderReason ? m.order.holderReason(holderReason) : m.otherHolderIs(account.holder)}
        </span>
      )}
      {maySee && hasNumber && !view.data && (
        <Button size="dense" look="quiet" busy={view.isPending} onClick={() => view.mutate()}>
          {m.order.showNumber}
        </Button>
      )}
      {view.error && <span className="block text-caption text-seal">{view.error.message}</span>}
    </div>
  );
}

function Result({ row }: { readonly row: OrderRowView }) {
  const m = useMessages(paymentsMessages);
  const text = useText();
  const format = useFormat();
  const told =
    (row.paidOn && m.order.paidOn(format.day(row.paidOn), row.bankReference ?? '')) ||
    (row.bounceReason && m.order.bounced(row.bounceReason)) ||
    (row.returnReason && m.order.sentBack(row.returnReason));
  return (
    <div className="min-w-36 py-1.5">
      <span className={row.state === 'paid' ? 'font-medium text-celadon' : ''}>{text(row.stateLabel)}</span>
      {told && <span className="block text-caption text-ink-2">{told}</span>}
      {row.blockedBy.length > 0 && (
        <span className="block text-caption font-medium text-amber">
          {row.blockedBy.map(({ message }) => message).join('；')}
        </span>
      )}
    </div>
  );
}
