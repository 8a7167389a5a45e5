import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Trial } from '@tidu/api/studio/trials/contract';
import { useEffect, useState } from 'react';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { useInstant } from '../../../shared/format/instant.ts';
import { Meter } from '../../../shared/ui/meter.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { trialQuery } from '../queries.ts';
import { StudioFailed } from '../studio-failed.tsx';
import { MoneySection } from './money-section.tsx';
import { MoverLists } from './mover-lists.tsx';
import { SegmentTables } from './segment-tables.tsx';
import { SideSummary } from './side-summary.tsx';
import { TransitionMatrix } from './transition-matrix.tsx';

/** One trial: its progress, then what every text tried does to the firms. */
export function TrialView({ id }: { readonly id: string }) {
  const { draft } = useDraftDesk();
  const client = useQueryClient();
  const trial = useQuery(trialQuery(id));
  const state = trial.data?.state;
  useEffect(() => {
    if (state === 'done') void client.invalidateQueries({ queryKey: ['studio', 'trials', draft.id] });
  }, [state, client, draft.id]);
  if (trial.isPending) return <Skeleton lines={6} />;
  if (trial.isError) return <StudioFailed error={trial.error} retry={() => void trial.refetch()} />;
  return <Shown trial={trial.data} />;
}

function Shown({ trial }: { readonly trial: Trial }) {
  const m = useMessages(studioWorkMessages);
  const [at, setAt] = useState(0);
  if (trial.state === 'failed')
    return (
      <Notice tone="error" title={m.trialFailed}>
        {(m.failure as Readonly<Record<string, string>>)[trial.failure ?? ''] ?? m.failure.internal}
      </Notice>
    );
  if (trial.state === 'running') {
    const { done, total, step } = trial.progress;
    return (
      <div role="status" className="max-w-md">
        <Meter
          label={m.step[step]}
          value={done}
          max={Math.max(total, 1)}
          text={total > 0 ? m.progress(done, total) : ''}
        />
      </div>
    );
  }
  const side = trial.sides[at] ?? trial.sides[0];
  if (!side) return null;
  return (
    <section className="space-y-6">
      <Basis trial={trial} />
      <SideSummary trial={trial} at={at} onChoose={setAt} />
      <TransitionMatrix impact={side.impact} labels={side.labels} />
      <MoneySection impact={side.impact} labels={side.labels} following={side.following} />
      <MoverLists trial={trial} side={side} />
      <SegmentTables impact={side.impact} />
    </section>
  );
}

/** What was tried on whom, so that it can be shown again later. */
function Basis({ trial }: { readonly trial: Trial }) {
  const m = useMessages(studioWorkMessages);
  const instant = useInstant();
  const { population, seconds } = trial;
  return (
    <div>
      <h2 className="text-h3">{trial.title || m.trialOf(instant(trial.by.at))}</h2>
      <p className="text-small text-ink-2">
        {m.triedOn(population.firms.toLocaleString(), m.populationKind[population.ref.kind])}
        {population.list && ` · ${m.onList(population.list.name, population.list.isDeleted)}`}
        {population.skipped > 0 && ` · ${m.skipped(population.skipped)}`}
        {seconds !== null && ` · ${m.took(seconds.toFixed(2))}`}
        {` · ${trial.by.name} ${instant(trial.by.at)}`}
      </p>
      {population.digest && <p className="text-caption break-all text-ink-3">{m.digest(population.digest)}</p>}
      {!trial.isCurrent && (
        <div className="mt-2">
          <Notice tone="open">{m.textMoved}</Notice>
        </div>
      )}
    </div>
  );
}
