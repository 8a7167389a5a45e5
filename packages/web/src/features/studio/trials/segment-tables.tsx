import type { Impact } from '@tidu/rules';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { DataTable } from '../../../shared/ui/table.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { useSum } from './use-sum.ts';

/** The same by industry, size and age. */
export function SegmentTables({ impact }: { readonly impact: Impact }) {
  const m = useMessages(studioWorkMessages);
  const sum = useSum();
  const named = m.segmentation as Readonly<Record<string, string>>;
  const text = useText();
  const { doc } = useDraftDesk();
  const fixed = m.segment as Readonly<Record<string, string>>;
  // Made-up firms are told apart by the words of a fact of the policy.
  const words = new Map(
    doc.facts.flatMap(({ domain }) => (domain?.values ?? []).map(({ id, label }) => [id, text(label)])),
  );
  const nameOf = (id: string): string => fixed[id || 'unknown'] ?? (words.get(id) || id);
  return (
    <section className="space-y-3">
      <h3 className="font-semibold">{m.segments}</h3>
      {Object.entries(impact.segments).map(([name, rows], i) => (
        <Disclosure key={name} summary={named[name] ?? name} open={i === 0}>
          <DataTable
            dense
            caption={named[name] ?? name}
            hideCaption
            rows={rows}
            rowId={(row) => row.segment}
            columns={[
              {
                id: 'segment',
                head: named[name] ?? name,
                rowHead: true,
                cell: (row) => nameOf(row.segment),
              },
              { id: 'firms', head: m.firms, align: 'right', cell: (row) => row.firms.toLocaleString() },
              { id: 'up', head: m.winners, align: 'right', cell: (row) => row.winners.toLocaleString() },
              { id: 'down', head: m.losers, align: 'right', cell: (row) => row.losers.toLocaleString() },
              {
                id: 'holding',
                head: m.holding,
                align: 'right',
                cell: (row) =>
                  [row.holding.before ?? 0, row.holding.after ?? 0].map((n) => n.toLocaleString()).join(' → '),
              },
              {
                id: 'after',
                head: m.moneyAfter,
                align: 'right',
                wideOnly: true,
                cell: (row) => sum.range(row.money.after),
              },
            ]}
          />
        </Disclosure>
      ))}
    </section>
  );
}
