import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { Order } from '@tidu/api/payments/orders/contract';
import { type ComponentType, useState } from 'react';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useInstant } from '../../shared/format/instant.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { OfficialsOnly } from '../desk/officials-only.tsx';
import { OrderRows } from './order-rows.tsx';
import { orderPath, orderQuery } from './queries.ts';
import { ReleaseDialog } from './release-dialog.tsx';
import { ResultFile } from './result-file.tsx';
import { ResultsDialog } from './results-dialog.tsx';
import { ReturnDialog } from './return-dialog.tsx';

export const Route = createLazyRoute('/payments/orders/$orderId')({ component: OrderPage });

/** One payment order: what is paid to whom and on what ground, and what may be done with it now. */
function OrderPage() {
  const { orderId } = Route.useParams();
  return (
    <OfficialsOnly>
      <OneOrder id={orderId} />
    </OfficialsOnly>
  );
}

function OneOrder({ id }: { readonly id: string }) {
  const m = useMessages(paymentsMessages);
  const format = useFormat();
  const text = useText();
  const { data, isPending, error, refetch } = useQuery(orderQuery(id));
  return (
    <div className="mx-auto w-full max-w-[100rem] px-[var(--space-page)] pb-16">
      <PageHeader
        title={data?.number ?? m.orders}
        above={
          <Link to="/payments" search={{ tab: 'orders' }}>
            {m.order.back}
          </Link>
        }
        lead={data && `${text(data.stateLabel)} · ${m.found(data.count, format.money(data.total))}`}
      />
      {isPending && <Skeleton lines={8} />}
      {error && (
        <Notice tone="error" title={m.failed}>
          <p>{error.message}</p>
          <Button onClick={() => void refetch()}>{m.retry}</Button>
        </Notice>
      )}
      {data && (
        <div className="space-y-6">
          <Story order={data} />
          <Acts order={data} />
          <OrderRows order={data} />
          {data.mayDownload && <BankFile order={data} />}
          {data.mayDownload && <ResultFile order={data} />}
        </div>
      )}
    </div>
  );
}

function Story({ order }: { readonly order: Order }) {
  const m = useMessages(paymentsMessages);
  const instant = useInstant();
  const { note, returnReason, preparedByName, preparedAt, releasedByName, releasedAt } = order;
  return (
    <div className="space-y-1 text-small text-ink-2">
      <p>{m.order.preparedBy(preparedByName, instant(preparedAt))}</p>
      {releasedAt && releasedByName && <p>{m.order.releasedBy(releasedByName, instant(releasedAt))}</p>}
      {note && <p>{`${m.order.note}：${note}`}</p>}
      {returnReason && (
        <Notice tone="open" title={m.order.returned}>
          <p>{returnReason}</p>
        </Notice>
      )}
    </div>
  );
}

type Act = 'release' | 'return' | 'note-paid';
const DIALOGS: Readonly<Record<Act, ComponentType<{ readonly order: Order; readonly onClose: () => void }>>> = {
  release: ReleaseDialog,
  return: ReturnDialog,
  'note-paid': ResultsDialog,
};
const ACTS = Object.keys(DIALOGS) as readonly Act[];

/** The acts the server lets the person do; what stands against one is said beside it. */
function Acts({ order }: { readonly order: Order }) {
  const m = useMessages(paymentsMessages);
  const [open, setOpen] = useState<Act>();
  const offered = ACTS.flatMap((event) => order.permitted.filter((each) => each.event === event));
  if (offered.length === 0) return null;
  const words = { release: m.order.release, return: m.order.sendBack, 'note-paid': m.order.results };
  const against = [...new Set(offered.flatMap(({ blockedBy }) => blockedBy.map(({ message }) => message)))];
  const Opened = open && DIALOGS[open];
  return (
    <div className="space-y-3">
      {against.length > 0 && (
        <Notice tone="open" title={m.order.blocked}>
          <ul>
            {against.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="flex flex-wrap gap-3">
        {offered.map(({ event, permitted }) => (
          <Button
            key={event}
            look={event === 'return' ? 'secondary' : 'primary'}
            disabled={!permitted}
            onClick={() => setOpen(event as Act)}
          >
            {words[event as Act]}
          </Button>
        ))}
      </div>
      {Opened && <Opened order={order} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

function BankFile({ order }: { readonly order: Order }) {
  const m = useMessages(paymentsMessages);
  const path = `${orderPath(order.id)}/bank-file?format=`;
  return (
    <section aria-labelledby="bank-file" className="space-y-3">
      <h2 id="bank-file" className="text-h3">
        {m.order.file}
      </h2>
      <p className="max-w-prose text-small text-ink-2">{m.order.fileLead}</p>
      <p className="flex flex-wrap gap-3">
        <a className={buttonClass('secondary')} href={`${path}xlsx`} download>
          {m.order.xlsx}
        </a>
        <a className={buttonClass('secondary')} href={`${path}csv`} download>
          {m.order.csv}
        </a>
      </p>
    </section>
  );
}
