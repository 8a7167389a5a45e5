import type { Trial } from '@tidu/api/studio/trials/contract';
import type { Mover, NearMiss } from '@tidu/rules';
import { useState } from 'react';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { DataTable } from '../../../shared/ui/table.tsx';
import { Tabs } from '../../../shared/ui/tabs.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { useLabels } from './labels.ts';
import { useShortWords } from './use-short-words.ts';

interface MoverListsProps {
  readonly trial: Trial;
  readonly side: Trial['sides'][number];
}

/** Who moves, by name where the reader may know it. */
export function MoverLists({ trial, side }: MoverListsProps) {
  const m = useMessages(studioWorkMessages);
  const [chosen, choose] = useState<string>();
  const { winners, losers, unclear, nearMisses } = side.impact;
  // Until somebody chooses, the first list with a firm in it is open.
  const counts = { losers, winners, unclear, near: nearMisses };
  const tab = chosen ?? Object.entries(counts).find(([, { count }]) => count > 0)?.[0] ?? 'losers';
  return (
    <section>
      <h3 className="sr-only">{m.whoMoves}</h3>
      <Tabs
        label={m.whoMoves}
        current={tab}
        onChange={choose}
        tabs={[
          {
            id: 'losers',
            label: `${m.losers} ${losers.count.toLocaleString()}`,
            panel: (
              <Movers trial={trial} side={side} movers={losers.shown} count={losers.count} nobody={m.nobody.losers} />
            ),
          },
          {
            id: 'winners',
            label: `${m.winners} ${winners.count.toLocaleString()}`,
            panel: (
              <Movers
                trial={trial}
                side={side}
                movers={winners.shown}
                count={winners.count}
                nobody={m.nobody.winners}
              />
            ),
          },
          {
            id: 'unclear',
            label: `${m.unclear} ${unclear.count.toLocaleString()}`,
            panel: (
              <Movers
                trial={trial}
                side={side}
                movers={unclear.shown}
                count={unclear.count}
                lead={m.unclearLead}
                nobody={m.nobody.unclear}
              />
            ),
          },
          {
            id: 'near',
            label: `${m.nearMisses} ${nearMisses.count.toLocaleString()}`,
            panel: <NearMisses trial={trial} side={side} firms={nearMisses.shown} />,
          },
        ]}
      />
    </section>
  );
}

/** A firm by its name, or by a number alone to those who may not know it. */
function useFirmNames({ names }: Trial): (id: string) => string {
  const m = useMessages(studioWorkMessages);
  return (id) => (names[id]?.isMasked ? m.hiddenFirm(id.replace('#', '')) : (names[id]?.name ?? id));
}

interface MoversProps extends MoverListsProps {
  readonly movers: readonly Mover[];
  readonly count: number;
  readonly lead?: string;
  /** What is said where nobody is in the list. */
  readonly nobody: string;
}

/** Rows until somebody asks for the rest: what comes below stays within reach. */
const FIRST = 50;

function Movers({ trial, side, movers, count, lead, nobody }: MoversProps) {
  const [shown, setShown] = useState(FIRST);
  const m = useMessages(studioWorkMessages);
  const format = useFormat();
  const nameOf = useLabels(side.labels);
  const nameIn = useFirmNames(trial);
  const delta = (value: string | undefined): string => {
    if (value === undefined) return m.open;
    if (Number(value) === 0) return '—';
    return value.startsWith('-') ? `−${format.money(value.slice(1))}` : `+${format.money(value)}`;
  };
  if (movers.length === 0) return <p className="text-small text-ink-2">{nobody}</p>;
  return (
    <>
      {lead && <p className="mb-2 text-small text-ink-2">{lead}</p>}
      <DataTable
        dense
        caption={m.whoMoves}
        hideCaption
        rows={movers.slice(0, shown)}
        rowId={(row) => row.id}
        columns={[
          { id: 'firm', head: m.firmName, rowHead: true, cell: (row) => nameIn(row.id) },
          { id: 'from', head: m.before, cell: (row) => nameOf(row.from) },
          { id: 'to', head: m.after, cell: (row) => nameOf(row.to) },
          { id: 'delta', head: m.moneyChange, align: 'right', cell: (row) => delta(row.delta) },
        ]}
      />
      {movers.length > shown && (
        <Button size="dense" look="quiet" className="mt-1" onClick={() => setShown(movers.length)}>
          {m.showRest(movers.length - shown)}
        </Button>
      )}
      {count > movers.length && <p className="mt-1 text-caption text-ink-3">{m.firstShown(movers.length, count)}</p>}
    </>
  );
}

function NearMisses({ trial, side, firms }: MoverListsProps & { readonly firms: readonly NearMiss[] }) {
  const [shown, setShown] = useState(FIRST);
  const m = useMessages(studioWorkMessages);
  const { view } = useDraftDesk();
  const nameOf = useLabels(side.labels);
  const nameIn = useFirmNames(trial);
  const tellShort = useShortWords(side.hash === view.hash);
  if (firms.length === 0) return <p className="text-small text-ink-2">{m.nobody.near}</p>;
  return (
    <>
      <p className="mb-2 text-small text-ink-2">{m.nearLead}</p>
      <DataTable
        dense
        caption={m.nearMisses}
        hideCaption
        rows={firms.slice(0, shown)}
        rowId={(row) => row.id}
        columns={[
          { id: 'firm', head: m.firmName, rowHead: true, cell: (row) => nameIn(row.id) },
          { id: 'holds', head: m.holds, wideOnly: true, cell: (row) => nameOf(row.holds) },
          { id: 'tier', head: m.missed, cell: (row) => nameOf(row.tier) },
          {
            id: 'short',
            head: m.short,
            cell: (row) => tellShort(row.short),
          },
        ]}
      />
      {firms.length > shown && (
        <Button size="dense" look="quiet" className="mt-1" onClick={() => setShown(firms.length)}>
          {m.showRest(firms.length - shown)}
        </Button>
      )}
    </>
  );
}
