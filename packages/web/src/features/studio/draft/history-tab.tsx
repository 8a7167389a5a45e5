import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { useInstant } from '../../../shared/format/instant.ts';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { DataTable } from '../../../shared/ui/table.tsx';
import { CommentThread } from '../editor/comment-thread.tsx';
import { editsQuery } from '../queries.ts';
import { StudioFailed } from '../studio-failed.tsx';
import { useDraftDesk } from './use-draft.tsx';

/** Who changed what, newest first, and everything colleagues said about it. */
export default function HistoryTab() {
  const m = useMessages(studioMessages);
  const instant = useInstant();
  const { draft, view } = useDraftDesk();
  const edits = useQuery(editsQuery(draft.id));
  const { refetch } = edits;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a new line of the history
  useEffect(() => void refetch(), [view.version, refetch]);
  return (
    <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <section>
        <h2 className="mb-3 text-h3">{m.history}</h2>
        {edits.isPending && <Skeleton lines={6} />}
        {edits.isError && <StudioFailed error={edits.error} retry={() => void refetch()} />}
        {edits.data && (
          <DataTable
            dense
            caption={m.history}
            hideCaption
            rows={edits.data.edits}
            rowId={(edit) => String(edit.version)}
            columns={[
              { id: 'version', head: m.column.version, cell: (edit) => edit.version, width: 'w-16' },
              {
                id: 'what',
                head: m.column.what,
                rowHead: true,
                cell: (edit) => (
                  <span className={edit.isUndone ? 'text-ink-3 line-through' : ''}>
                    {m.editKind[edit.kind] && <span className="mr-2 text-ink-2">{m.editKind[edit.kind]}</span>}
                    {edit.summary}
                  </span>
                ),
              },
              { id: 'who', head: m.column.who, cell: (edit) => edit.by.name },
              {
                id: 'when',
                head: m.column.when,
                wideOnly: true,
                cell: (edit) => <span className="whitespace-nowrap text-ink-2">{instant(edit.by.at)}</span>,
              },
            ]}
          />
        )}
      </section>
      <section>
        <h2 className="mb-3 text-h3">{m.comments}</h2>
        <CommentThread path={undefined} />
      </section>
    </div>
  );
}
