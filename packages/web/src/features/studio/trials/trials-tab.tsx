import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { useInstant } from '../../../shared/format/instant.ts';
import { Notice } from '../../../shared/ui/notice.tsx';
import { DataTable } from '../../../shared/ui/table.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { trialsQuery } from '../queries.ts';
import { PopulationForm } from './population-form.tsx';
import { type ChosenPopulation, useStartTrial } from './start-trial.ts';
import { SweepSection } from './sweep-section.tsx';
import { TrialView } from './trial-view.tsx';

/** Old against new on every firm: who moves, what it costs, and what one figure does when it moves. */
export default function TrialsTab() {
  const m = useMessages(studioWorkMessages);
  const { draft, view } = useDraftDesk();
  const [chosen, setChosen] = useState<ChosenPopulation>({ population: { kind: 'on-file' }, beside: [] });
  const list = useQuery(trialsQuery(draft.id));
  const [openId, setOpenId] = useState<string>();
  const shown = openId ?? list.data?.trials[0]?.id;
  const start = useStartTrial(chosen, setOpenId);
  if (view.problems.length > 0) return <Notice tone="open">{m.notRunnable}</Notice>;
  return (
    <div className="space-y-8">
      <PopulationForm chosen={chosen} onChange={setChosen} start={start} />
      {shown && <TrialView key={shown} id={shown} />}
      <SweepSection population={chosen.population} dates={chosen.dates} />
      {(list.data?.trials.length ?? 0) > 0 && <Kept current={shown} onOpen={setOpenId} />}
    </div>
  );
}

/** Every trial run on this draft: the evidence that is kept with it. */
function Kept({ current, onOpen }: { readonly current: string | undefined; readonly onOpen: (id: string) => void }) {
  const m = useMessages(studioWorkMessages);
  const instant = useInstant();
  const { draft } = useDraftDesk();
  const { data } = useQuery(trialsQuery(draft.id));
  return (
    <section>
      <h2 className="mb-2 text-h3">{m.kept}</h2>
      <p className="mb-3 text-small text-ink-2">{m.keptLead}</p>
      <DataTable
        dense
        caption={m.kept}
        hideCaption
        rows={data?.trials ?? []}
        rowId={({ id }) => id}
        columns={[
          {
            id: 'title',
            head: m.trialTitle,
            rowHead: true,
            cell: (row) => (
              <button
                type="button"
                aria-current={row.id === current || undefined}
                onClick={() => onOpen(row.id)}
                className="text-celadon underline decoration-celadon-glaze underline-offset-4 aria-[current]:font-semibold"
              >
                {row.title || instant(row.by.at)}
              </button>
            ),
          },
          { id: 'state', head: m.state, cell: (row) => (row.isCurrent ? m.trialState[row.state] : m.olderText) },
          { id: 'firms', head: m.firms, align: 'right', cell: (row) => row.firms.toLocaleString() },
          { id: 'up', head: m.winners, align: 'right', cell: (row) => row.winners ?? '—' },
          { id: 'down', head: m.losers, align: 'right', cell: (row) => row.losers ?? '—' },
          { id: 'by', head: m.runBy, wideOnly: true, cell: (row) => `${row.by.name} ${instant(row.by.at)}` },
        ]}
      />
    </section>
  );
}
