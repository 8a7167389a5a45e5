import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { EvidenceFile } from '@tidu/api/files/contract';
import { useState } from 'react';
import { filesMessages } from '../../messages/files-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { sendJson } from '../../shared/api/send-json.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { useAnnouncer } from '../../shared/ui/live-region.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { FirmFrame } from '../firms/firm-frame.tsx';
import { FileDrop } from './file-drop.tsx';
import { FileList } from './file-list.tsx';
import { FilePreview } from './file-preview.tsx';
import { filesPath, filesQuery } from './queries.ts';

export const Route = createLazyRoute('/my/firm/$firmId/files')({ component: FilesPage });

function FilesPage() {
  const { firmId } = Route.useParams();
  const m = useMessages(filesMessages);
  return (
    <FirmFrame firmId={firmId} tab="files" lead={m.lead}>
      {() => <Files firmId={firmId} />}
    </FirmFrame>
  );
}

/** All evidence of a firm, with a place to send more. */
function Files({ firmId }: { readonly firmId: string }) {
  const m = useMessages(filesMessages);
  const client = useQueryClient();
  const { show } = useAnnouncer();
  const list = useInfiniteQuery(filesQuery(firmId));
  const [opened, setOpened] = useState<EvidenceFile>();
  const [asked, setAsked] = useState<EvidenceFile>();
  const remove = useMutation({
    mutationFn: (file: EvidenceFile) => sendJson('DELETE', `${filesPath(firmId)}/${file.id}`),
    onSuccess: (_, file) => show(m.removed(file.name)),
    onSettled: () => {
      setAsked(undefined);
      return client.invalidateQueries(filesQuery(firmId));
    },
  });
  const files = list.data?.pages.flatMap((page) => page.files) ?? [];
  return (
    <div className="space-y-6">
      <FileDrop firmId={firmId} id="files-pick" />
      {remove.isError && <Notice tone="error">{remove.error.message}</Notice>}
      {list.isPending && <Skeleton lines={5} />}
      {list.isError && <Notice tone="error">{list.error.message}</Notice>}
      {list.data && files.length === 0 && <EmptyState title={m.empty}>{m.emptyText}</EmptyState>}
      {files.length > 0 && (
        <FileList
          firmId={firmId}
          files={files}
          onOpen={setOpened}
          actions={(file) =>
            file.isHeld || file.side === 'office' ? null : (
              <Button size="dense" look="quiet" aria-label={m.removeOf(file.name)} onClick={() => setAsked(file)}>
                {m.remove}
              </Button>
            )
          }
        />
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {m.more}
        </Button>
      )}
      <FilePreview firmId={firmId} file={opened} onClose={() => setOpened(undefined)} />
      <Dialog
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={<span className="break-all">{m.removeAsk(asked?.name ?? '')}</span>}
        actions={
          <>
            <Button onClick={() => setAsked(undefined)}>{m.keep}</Button>
            <Button look="danger" busy={remove.isPending} onClick={() => asked && remove.mutate(asked)}>
              {m.remove}
            </Button>
          </>
        }
      >
        {m.removeText}
      </Dialog>
    </div>
  );
}
