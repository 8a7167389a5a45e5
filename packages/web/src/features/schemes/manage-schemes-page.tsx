import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { StoredRevision } from '@tidu/api/schemes/contract';
import { useState } from 'react';
import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { RequestFailed } from '../../shared/api/request-failed.ts';
import { sendJson } from '../../shared/api/send-json.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ButtonLink } from '../../shared/ui/link.tsx';
import { useAnnouncer } from '../../shared/ui/live-region.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { useSession } from '../session/use-session.ts';
import { NewScheme } from './new-scheme.tsx';
import { revisionsQuery, schemePath } from './queries.ts';

export const Route = createLazyRoute('/desk/schemes')({ component: ManageSchemesPage });

/** Every scheme with its revisions, for policy staff. */
function ManageSchemesPage() {
  const m = useMessages(schemesMessages);
  const { policy } = Route.useSearch();
  const list = useQuery(revisionsQuery);
  const isRefused = list.error instanceof RequestFailed && [401, 403].includes(list.error.status);
  const { session } = useSession();
  const isEditor = session?.staff.some(({ role }) => role === 'policy-editor') ?? false;
  const ids = [...new Set(list.data?.revisions.map(({ id }) => id) ?? [])];
  return (
    <div className="page-width pb-20">
      <PageHeader title={m.manage} lead={m.manageLead}>
        {list.data && isEditor && (
          <div className="mt-4">
            <NewScheme revisions={list.data.revisions} policy={policy} />
          </div>
        )}
      </PageHeader>
      {list.isPending && <Skeleton lines={8} />}
      {isRefused && <EmptyState title={m.noAccess}>{m.noAccessText}</EmptyState>}
      {list.isError && !isRefused && <Notice tone="error">{list.error.message}</Notice>}
      <ul className="divide-y divide-line border-y border-line">
        {ids.map((id) => (
          <SchemeRow key={id} revisions={list.data?.revisions.filter((each) => each.id === id) ?? []} />
        ))}
      </ul>
    </div>
  );
}

function SchemeRow({ revisions }: { readonly revisions: readonly StoredRevision[] }) {
  const m = useMessages(schemesMessages);
  const text = useText();
  const { session } = useSession();
  const [asks, setAsks] = useState<'publish' | 'close'>();
  const draft = revisions.find(({ status }) => status === 'draft');
  const published = revisions.find(({ status }) => status === 'published');
  const shown = draft ?? published ?? revisions[0];
  const has = (role: string) => session?.staff.some((each) => each.role === role) ?? false;
  if (!shown) return null;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 py-3">
      <div className="min-w-0">
        <p className="font-medium">{text(shown.document.label)}</p>
        <p className="text-small text-ink-2 tabular-nums">
          {[
            published && m.publishedRevision(published.revision),
            draft && m.draftRevision(draft.revision, draft.savedByName),
            !published && m.closed,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <ButtonLink size="dense" to="/desk/schemes/$schemeId" params={{ schemeId: shown.id }}>
          {has('policy-editor') ? m.edit : m.preview}
        </ButtonLink>
        {draft && has('policy-approver') && draft.savedBy !== session?.userId && (
          <Button size="dense" look="primary" onClick={() => setAsks('publish')}>
            {m.publish}
          </Button>
        )}
        {published && has('policy-approver') && (
          <Button size="dense" look="quiet" onClick={() => setAsks('close')}>
            {m.close}
          </Button>
        )}
      </div>
      <ActDialog id={shown.id} hash={draft?.hash} asks={asks} onClose={() => setAsks(undefined)} />
    </li>
  );
}

interface ActDialogProps {
  readonly id: string;
  readonly hash: string | undefined;
  readonly asks: 'publish' | 'close' | undefined;
  readonly onClose: () => void;
}

function ActDialog({ id, hash, asks, onClose }: ActDialogProps) {
  const m = useMessages(schemesMessages);
  const client = useQueryClient();
  const { show } = useAnnouncer();
  const [reason, setReason] = useState('');
  const act = useMutation({
    mutationFn: () => sendJson('POST', `${schemePath(id)}/${asks}`, asks === 'publish' ? { hash } : { reason }),
    onSuccess: async () => {
      show(asks === 'publish' ? m.publishDone : m.closeDone);
      onClose();
      await client.invalidateQueries({ queryKey: ['scheme-revisions'] });
      await client.invalidateQueries({ queryKey: ['schemes'] });
    },
  });
  return (
    <Dialog
      open={asks !== undefined}
      onClose={onClose}
      title={asks === 'close' ? m.closeAsk : m.publishAsk}
      actions={
        <>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button look={asks === 'close' ? 'danger' : 'primary'} busy={act.isPending} onClick={() => act.mutate()}>
            {asks === 'close' ? m.close : m.publish}
          </Button>
        </>
      }
    >
      {asks === 'close' ? (
        <TextArea
          id={`close-${id}`}
          label={m.closeReason}
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={setReason}
        />
      ) : (
        <p>{m.publishText}</p>
      )}
      {act.isError && (
        <div className="mt-3">
          <Notice tone="error">{act.error.message}</Notice>
        </div>
      )}
    </Dialog>
  );
}
