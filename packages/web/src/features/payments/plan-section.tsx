import { useQuery } from '@tanstack/react-query';
import type { CasePayments, Instalment } from '@tidu/api/payments/contract';
import { useState } from 'react';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useList, useMessages, useText } from '../../messages/use-messages.tsx';
import { useInstant } from '../../shared/format/instant.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { type EventHere, InstalmentDialog } from './instalment-dialog.tsx';
import { PaymentState } from './payment-state.tsx';
import { PlanMoney } from './plan-money.tsx';
import { casePaymentsQuery } from './queries.ts';
import { RecoveryPart } from './recovery-part.tsx';

/** For officials: the plan of a case with what may be done to each instalment, and what is claimed back. */
export function PlanSection({ applicationId }: { readonly applicationId: string }) {
  const m = useMessages(paymentsMessages);
  const { data, isPending, error, refetch } = useQuery(casePaymentsQuery(applicationId));
  if (isPending) return <Skeleton lines={6} />;
  if (error)
    return (
      <Notice tone="error" title={m.failed}>
        <p>{error.message}</p>
        <Button onClick={() => void refetch()}>{m.retry}</Button>
      </Notice>
    );
  if (data.instalments.length === 0) return <EmptyState title={m.plan.none}>{m.plan.noneText}</EmptyState>;
  return (
    <div className="space-y-8">
      <PlanMoney payments={data} />
      <PayTo payments={data} />
      <ol className="space-y-3">
        {data.instalments.map((row) => (
          <InstalmentItem key={row.id} row={row} />
        ))}
      </ol>
      <RecoveryPart payments={data} />
    </div>
  );
}

function PayTo({ payments: { payTo } }: { readonly payments: CasePayments }) {
  const m = useMessages(paymentsMessages);
  return (
    <p className="text-small">
      <span className="text-ink-2">{`${m.plan.payTo}：`}</span>
      {payTo ? `${payTo.holder} · ${m.plan.at(payTo.bankName, payTo.maskedNumber)}` : m.noAccount}
      {payTo && !payTo.isHolderFirm && <span className="ml-2 font-medium text-amber">{m.otherHolder}</span>}
    </p>
  );
}

const HERE: readonly EventHere[] = ['confirm', 'stop', 'resume'];

function InstalmentItem({ row }: { readonly row: Instalment }) {
  const m = useMessages(paymentsMessages);
  const text = useText();
  const format = useFormat();
  const [open, setOpen] = useState<EventHere>();
  const offered = HERE.flatMap((event) => row.permitted.filter((each) => each.event === event));
  const mayPrepare = row.permitted.some(({ event }) => event === 'prepare');
  const against = [...new Set(offered.flatMap(({ blockedBy }) => blockedBy.map(({ message }) => message)))];
  return (
    <li className="rounded-2 border border-line bg-surface p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="font-semibold">{`${m.part(row.seq, row.of)} · ${text(row.label)}`}</h3>
        <p className="font-semibold tabular-nums">{format.money(row.amount)}</p>
      </div>
      <p className="mt-1 text-small">{row.condition ? text(row.condition) : m.noCondition}</p>
      <div className="mt-2 text-small">
        <PaymentState row={row} />
      </div>
      <InstalmentStory row={row} />
      {against.length > 0 && <p className="mt-2 text-small text-ink-2">{against.join('；')}</p>}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        {offered.map(({ event, label, permitted }) => (
          <Button
            key={event}
            size="dense"
            look={event === 'confirm' ? 'primary' : 'secondary'}
            disabled={!permitted}
            onClick={() => setOpen(event as EventHere)}
          >
            {text(label)}
          </Button>
        ))}
        {mayPrepare && (
          <Link to="/payments">
            <span className="text-small">{m.plan.prepareHint}</span>
          </Link>
        )}
      </div>
      {open && <InstalmentDialog row={row} event={open} onClose={() => setOpen(undefined)} />}
    </li>
  );
}

function InstalmentStory({ row }: { readonly row: Instalment }) {
  const m = useMessages(paymentsMessages);
  const list = useList();
  const format = useFormat();
  const instant = useInstant();
  const { confirmed, order, paidOn, bankReference, bounceReason, stopReason } = row;
  return (
    <ul className="mt-2 space-y-0.5 text-small text-ink-2">
      {confirmed && (
        <li>
          {m.plan.confirmedBy(confirmed.byName ?? '', instant(confirmed.at), confirmed.reason)}
          {confirmed.files.length > 0 && ` · ${list(confirmed.files.map(({ name }) => name))}`}
        </li>
      )}
      {order && (
        <li>
          <Link to="/payments/orders/$orderId" params={{ orderId: order.id }}>
            {m.plan.inOrder(order.number)}
          </Link>
        </li>
      )}
      {paidOn && <li>{`${m.plan.paidOn(format.day(paidOn))}，${m.plan.reference(bankReference ?? '')}`}</li>}
      {bounceReason && <li>{m.plan.bounceReason(bounceReason)}</li>}
      {stopReason && <li>{m.plan.stopReason(stopReason)}</li>}
    </ul>
  );
}
