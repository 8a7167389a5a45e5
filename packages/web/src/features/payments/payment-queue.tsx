import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { PaymentPage } from '@tidu/api/payments/contract';
import type { PreparedOrder } from '@tidu/api/payments/orders/contract';
import { useRef, useState } from 'react';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { useRowKeys } from '../desk/use-row-keys.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { PaymentTable } from './payment-table.tsx';
import { PreparedNotice } from './prepared-notice.tsx';
import { paymentsQuery } from './queries.ts';
import { QueueLine } from './queue-line.tsx';

const OPEN = 'due,bounced,waiting';

/** Instalments in the order they have waited; what may be prepared can be chosen. */
export function PaymentQueue({ state }: { readonly state: string | undefined }) {
  const m = useMessages(paymentsMessages);
  const navigate = useNavigate();
  const list = useInfiniteQuery(paymentsQuery(state));
  const [at, setAt] = useState(-1);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [made, setMade] = useState<PreparedOrder>();
  const noSearch = useRef<HTMLInputElement>(null);
  const rows = list.data?.pages.flatMap((page) => page.payments) ?? [];
  const mayChoose = (id: string | undefined): boolean =>
    rows.find((row) => row.id === id)?.permitted.some((each) => each.event === 'prepare' && each.permitted) ?? false;
  const toggle = (id: string | undefined): void => {
    if (id === undefined || !mayChoose(id)) return;
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  };
  useRowKeys({
    count: rows.length,
    at,
    onMove: setAt,
    onOpen: () => {
      const row = rows[at];
      if (row) void navigate({ to: '/desk/cases/$id', params: { id: row.applicationId }, search: { tab: 'payment' } });
    },
    onSelect: () => toggle(rows[at]?.id),
    searchBox: noSearch,
  });
  if (list.isPending) return <Skeleton lines={10} />;
  if (list.isError)
    return (
      <Notice tone="error" title={m.failed}>
        <p>{list.error.message}</p>
        <Button onClick={() => void list.refetch()}>{m.retry}</Button>
      </Notice>
    );
  return (
    <div className="space-y-3">
      <StateFilter counts={list.data.pages[0]?.counts ?? []} state={state} />
      {made && <PreparedNotice made={made} rows={rows} />}
      {rows.length === 0 && <EmptyState title={m.none}>{m.noneText}</EmptyState>}
      {rows.length > 0 && (
        <>
          <QueueLine counts={list.data.pages[0]?.counts ?? []} state={state} />
          <PaymentTable rows={rows} at={at} chosen={chosen} mayChoose={mayChoose} onChoose={toggle} />
        </>
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {m.more}
        </Button>
      )}
      {chosen.size > 0 && (
        <ChosenBar
          rows={rows.filter(({ id }) => chosen.has(id))}
          onClear={() => setChosen(new Set())}
          onMade={setMade}
        />
      )}
    </div>
  );
}

/** The states as links with their numbers: what is filtered stands in the address. */
function StateFilter({ counts, state = OPEN }: { counts: PaymentPage['counts']; state: string | undefined }) {
  const m = useMessages(paymentsMessages);
  const text = useText();
  const navigate = useNavigate();
  const choices = [
    { value: OPEN, label: m.open },
    ...counts.map(({ state: value, label, count }) => ({ value: value as string, label: `${text(label)} ${count}` })),
  ];
  return (
    <fieldset aria-label={m.filter} className="flex flex-wrap gap-2">
      {choices.map(({ value, label }) => (
        <Button
          key={value}
          size="dense"
          look={value === state ? 'primary' : 'secondary'}
          aria-pressed={value === state}
          onClick={() => void navigate({ to: '/payments', search: value === OPEN ? {} : { state: value } })}
        >
          {label}
        </Button>
      ))}
    </fieldset>
  );
}
