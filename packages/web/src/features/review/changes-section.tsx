import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { DataTable } from '../../shared/ui/table.tsx';
import { useCase } from './case-context.tsx';
import { useFigureText } from './use-figure-text.ts';

/** What is different from last year and from the firm's earlier submission; large jumps stand first and are marked. */
export function ChangesSection() {
  const m = useMessages(reviewMessages);
  const text = useText();
  const format = useFormat();
  const figureText = useFigureText();
  const { view } = useCase();
  const { since, list } = view.changes;
  const shown = (value: string | null, change: (typeof list)[number]): string =>
    value === null ? '—' : figureText({ value, words: null, unit: change.unit, type: change.type });
  if (list.length === 0) return <p className="text-ink-2">{m.changes.none}</p>;
  return (
    <div className="space-y-3">
      <p className="text-small text-ink-2">
        {since ? m.changes.since(since.number ?? '', format.day(since.submittedAt.slice(0, 10))) : m.changes.sinceYear}
      </p>
      <DataTable
        dense
        caption={m.tabs.changes}
        hideCaption
        rows={list}
        rowId={({ key, kind }) => `${kind} ${key}`}
        columns={[
          {
            id: 'figure',
            head: m.changes.figure,
            rowHead: true,
            cell: ({ label, key }) => (
              <>
                {text(label)} <span className="text-ink-3 tabular-nums">{key.split('@')[1]}</span>
              </>
            ),
          },
          {
            id: 'was',
            head: m.changes.was,
            align: 'right',
            cell: (each) => <span className="whitespace-nowrap">{shown(each.was, each)}</span>,
          },
          {
            id: 'is',
            head: m.changes.is,
            align: 'right',
            cell: (each) => <span className="whitespace-nowrap">{shown(each.is, each)}</span>,
          },
          {
            id: 'times',
            head: '',
            cell: ({ times, isJump }) =>
              times === null ? null : (
                <span className={isJump ? 'font-medium text-amber' : 'text-ink-2'}>
                  {m.changes.times(String(times))}
                  {isJump && <span className="ml-2">{m.changes.jump}</span>}
                </span>
              ),
          },
          {
            id: 'kind',
            head: '',
            wideOnly: true,
            cell: ({ kind }) => (
              <span className={kind === 'restated' ? 'text-amber' : 'text-ink-3'}>{m.changes.kind[kind]}</span>
            ),
          },
        ]}
      />
    </div>
  );
}
