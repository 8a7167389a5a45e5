import { useInfiniteQuery } from '@tanstack/react-query';
import type { OrderLine } from '@tidu/api/payments/orders/contract';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useInstant } from '../../shared/format/instant.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { type Column, DataTable } from '../../shared/ui/table.tsx';
import { ordersQuery } from './queries.ts';

/** Payment orders, the latest first. */
export function OrderList() {
  const m = useMessages(paymentsMessages);
  const text = useText();
  const format = useFormat();
  const instant = useInstant();
  const list = useInfiniteQuery(ordersQuery);
  if (list.isPending) return <Skeleton lines={8} />;
  if (list.isError)
    return (
      <Notice tone="error" title={m.failed}>
        <p>{list.error.message}</p>
        <Button onClick={() => void list.refetch()}>{m.retry}</Button>
      </Notice>
    );
  const rows = list.data.pages.flatMap(({ orders }) => orders);
  if (rows.length === 0) return <EmptyState title={m.order.none} />;
  const columns: readonly Column<OrderLine>[] = [
    {
      id: 'number',
      head: m.order.number,
      rowHead: true,
      cell: ({ id, number }) => (
        <Link to="/payments/orders/$orderId" params={{ orderId: id }} className="whitespace-nowrap tabular-nums">
          {number}
        </Link>
      ),
    },
    {
      id: 'state',
      head: m.order.state,
      cell: ({ state, stateLabel }) => (
        <span className={state === 'prepared' || state === 'released' ? 'font-medium text-amber' : 'text-ink-2'}>
          {text(stateLabel)}
        </span>
      ),
    },
    { id: 'count', head: m.order.count, align: 'right', cell: ({ count }) => count },
    { id: 'total', head: m.order.total, align: 'right', cell: ({ total }) => format.money(total) },
    {
      id: 'prepared',
      head: m.order.prepared,
      wideOnly: true,
      cell: ({ preparedByName, preparedAt }) => `${preparedByName} ${instant(preparedAt)}`,
    },
    {
      id: 'released',
      head: m.order.released,
      wideOnly: true,
      cell: ({ releasedByName, releasedAt }) =>
        releasedAt ? `${releasedByName} ${instant(releasedAt)}` : m.order.notReleased,
    },
  ];
  return (
    <div className="space-y-3">
      <DataTable dense hideCaption caption={m.orders} columns={columns} rows={rows} rowId={({ id }) => id} />
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {m.more}
        </Button>
      )}
    </div>
  );
}
