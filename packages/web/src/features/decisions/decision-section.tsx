import { useQuery } from '@tanstack/react-query';
import type { DecisionDesk } from '@tidu/api/decisions/contract';
import { useState } from 'react';
import { decisionsMessages } from '../../messages/decisions-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { ApproveDialog } from './approve-dialog.tsx';
import { ConsideredList } from './considered-list.tsx';
import { DecisionHistory } from './decision-history.tsx';
import { LetterLinks } from './letter-links.tsx';
import { decisionDeskQuery } from './queries.ts';
import { RefuseDialog } from './refuse-dialog.tsx';
import { StaleNotice } from './stale-notice.tsx';
import { UnmetList } from './unmet-list.tsx';

/** On the case page: what the rules came to, the money, what may be decided now, and what was decided before. */
export function DecisionSection({ applicationId }: { readonly applicationId: string }) {
  const m = useMessages(decisionsMessages);
  const { data, isPending, error, refetch } = useQuery(decisionDeskQuery(applicationId));
  if (isPending) return <Skeleton lines={6} />;
  if (error)
    return (
      <Notice tone="error" title={m.failed}>
        <p>{error.message}</p>
        <Button onClick={() => void refetch()}>{m.retry}</Button>
      </Notice>
    );
  return (
    <div className="space-y-8">
      <Figures desk={data} />
      {data.allocation && data.allocation.changed.length > 0 && <StaleNotice allocation={data.allocation} />}
      <DecisionButtons desk={data} />
      <section aria-labelledby="unmet-title">
        <h3 id="unmet-title" className="text-h3">
          {m.unmet}
        </h3>
        <div className="mt-2">
          {data.unmet.length === 0 ? <p className="text-ink-2">{m.unmetNone}</p> : <UnmetList unmet={data.unmet} />}
        </div>
      </section>
      {data.overrides.length > 0 && (
        <section aria-labelledby="considered-title">
          <h3 id="considered-title" className="mb-2 text-h3">
            {m.overrides}
          </h3>
          <ConsideredList overrides={data.overrides} by={m.overrideBy} />
        </section>
      )}
      {data.appeal && <AppealNote appeal={data.appeal} />}
      <DecisionHistory decisions={data.decisions} />
      <section aria-labelledby="letters-title">
        <h3 id="letters-title" className="mb-2 text-h3">
          {m.letters}
        </h3>
        <LetterLinks letters={data.letters} />
      </section>
    </div>
  );
}

function Figures({ desk }: { readonly desk: DecisionDesk }) {
  const m = useMessages(decisionsMessages);
  const text = useText();
  const format = useFormat();
  const money = (amount: string | null) => (amount === null ? '—' : format.money(amount));
  const figures: readonly (readonly [string, string])[] = [
    ...(desk.from === 'none'
      ? []
      : ([
          [m.claim, money(desk.claim)],
          [m.suggested[desk.from], money(desk.suggested)],
          [m.ceiling, money(desk.ceiling)],
        ] as const)),
    ...(desk.tier ? ([[m.tier, text(desk.tier)]] as const) : []),
    ...(desk.application.panelScore ? ([[m.panelScore, m.points(desk.application.panelScore)]] as const) : []),
    ...(desk.pool ? ([[m.pool, m.poolOf(money(desk.pool.left), money(desk.pool.budget))]] as const) : []),
  ];
  if (figures.length === 0) return null;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 rounded-2 border border-line bg-surface p-4 md:grid-cols-4 xl:grid-cols-5">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt className="text-small text-ink-2">{label}</dt>
          <dd className="mt-0.5 font-semibold tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const ACTS = ['propose-approval', 'refuse', 'overturn-refusal', 'uphold-refusal'] as const;
export type DecidingEvent = (typeof ACTS)[number];

/** The buttons are those the API permits; where a condition stands in the way it is said. */
function DecisionButtons({ desk }: { readonly desk: DecisionDesk }) {
  const m = useMessages(decisionsMessages);
  const [act, setAct] = useState<DecidingEvent>();
  const label = {
    'propose-approval': m.approve,
    refuse: m.refuse,
    'overturn-refusal': m.overturn,
    'uphold-refusal': m.uphold,
  };
  const offered = ACTS.flatMap((event) => desk.events.filter((each) => each.event === event));
  const close = (): void => setAct(undefined);
  // The notice above says why, and leads to where it is put right.
  const isStale = (desk.allocation?.changed.length ?? 0) > 0;
  if (offered.length === 0) return null;
  const blocked = [...new Set(offered.flatMap(({ blockedBy }) => blockedBy))];
  return (
    <div>
      <div className="flex flex-wrap gap-3">
        {offered.map(({ event, permitted }, i) => (
          <Button
            key={event}
            look={i === 0 ? 'primary' : 'secondary'}
            disabled={!permitted || isStale}
            onClick={() => setAct(event as DecidingEvent)}
          >
            {label[event as DecidingEvent]}
          </Button>
        ))}
      </div>
      {blocked.length > 0 && (
        <p className="mt-2 text-small text-amber">
          {m.blocked}
          {blocked.map((key) => m.guards[key] ?? key).join('；')}
        </p>
      )}
      {(act === 'propose-approval' || act === 'overturn-refusal') && (
        <ApproveDialog desk={desk} event={act} onClose={close} />
      )}
      {(act === 'refuse' || act === 'uphold-refusal') && <RefuseDialog desk={desk} event={act} onClose={close} />}
    </div>
  );
}

function AppealNote({ appeal }: { readonly appeal: NonNullable<DecisionDesk['appeal']> }) {
  const m = useMessages(decisionsMessages);
  return (
    <Notice tone="open" title={`${m.appeal} · ${m.appealBy(appeal.filedBy)}`}>
      <p className="max-w-prose whitespace-pre-line">{appeal.reason}</p>
      {appeal.fileIds.length > 0 && <p className="mt-1 text-small">{m.appealFiles(appeal.fileIds.length)}</p>}
    </Notice>
  );
}
