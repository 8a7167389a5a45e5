import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useDocumentTitle } from '../../shared/ui/page-header.tsx';
import { Tabs } from '../../shared/ui/tabs.tsx';
import { OfficialsOnly } from '../desk/officials-only.tsx';
import { OrderList } from './order-list.tsx';
import { PaymentQueue } from './payment-queue.tsx';

export const Route = createLazyRoute('/payments')({ component: PaymentsPage });

/** The work of the finance people: instalments to prepare, and orders to release. */
function PaymentsPage() {
  return (
    <OfficialsOnly>
      <Payments />
    </OfficialsOnly>
  );
}

function Payments() {
  const m = useMessages(paymentsMessages);
  const { tab = 'queue', state } = Route.useSearch();
  const navigate = useNavigate();
  useDocumentTitle(m.title);
  return (
    <div className="mx-auto w-full max-w-[100rem] space-y-4 px-[var(--space-page)] pt-5 pb-16">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h1 tabIndex={-1} className="text-h2">
          {m.title}
        </h1>
        <p className="text-caption text-ink-3 max-md:hidden">{m.keys}</p>
      </div>
      <p className="max-w-prose text-small text-ink-2">{m.lead}</p>
      <Tabs
        label={m.parts}
        current={tab}
        onChange={(next) => void navigate({ to: '/payments', search: next === 'queue' ? {} : { tab: next } })}
        tabs={[
          { id: 'queue', label: m.queue, panel: <PaymentQueue key={state} state={state} /> },
          { id: 'orders', label: m.orders, panel: <OrderList /> },
        ]}
      />
    </div>
  );
}
