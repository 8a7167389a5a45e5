import { useMutation } from '@tanstack/react-query';
import type { PathToForce, PublishedPolicy } from '@tidu/api/studio/force/contract';
import { useState } from 'react';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ActDialog } from '../../../shared/ui/act-dialog.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { TextArea } from '../../../shared/ui/text-area.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { draftPath } from '../queries.ts';
import { useForceDone } from './use-force-done.ts';

/** The last step: the text is published and applies from its day on; and the way to give a draft up. */
export function PublishStep({ force }: { readonly force: PathToForce }) {
  const m = useMessages(studioForceMessages);
  const format = useFormat();
  const { draft, may } = useDraftDesk();
  const done = useForceDone();
  const [asks, setAsks] = useState<'publish' | 'withdraw'>();
  const publish = useMutation({
    mutationFn: () => sendJson<PublishedPolicy>('POST', `${draftPath(draft.id)}/publication`, { hash: force.hash }),
    onSuccess: async () => {
      setAsks(undefined);
      await done();
    },
  });
  const isPublished = ['scheduled', 'published', 'superseded'].includes(force.state);
  const from = force.inForceFrom ? format.day(force.inForceFrom) : '';
  return (
    <>
      {isPublished && (
        <Notice tone="good" title={m.publishedFrom(from)}>
          {publish.data && (
            <Link to="/policy-notices/$id" params={{ id: publish.data.noticeId }}>
              {m.seeNotice}
            </Link>
          )}
        </Notice>
      )}
      {!isPublished && (
        <div className="flex flex-wrap gap-2">
          {may('publish') && (
            <Button look="primary" disabled={force.blockers.length > 0} onClick={() => setAsks('publish')}>
              {m.publish}
            </Button>
          )}
          {may('withdraw') && (
            <Button look="quiet" onClick={() => setAsks('withdraw')}>
              {m.withdraw}
            </Button>
          )}
          {!may('publish') && <p className="min-h-11 content-center text-small text-ink-2">{m.publishBy}</p>}
        </div>
      )}
      {asks === 'publish' && (
        <ActDialog
          title={m.publish}
          lead={m.publishLead(from)}
          action={m.publish}
          busy={publish.isPending}
          error={publish.error}
          onConfirm={() => publish.mutate()}
          onClose={() => setAsks(undefined)}
        />
      )}
      {asks === 'withdraw' && <WithdrawDialog onClose={() => setAsks(undefined)} />}
    </>
  );
}

function WithdrawDialog({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages(studioForceMessages);
  const { draft } = useDraftDesk();
  const done = useForceDone();
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () => sendJson('POST', `${draftPath(draft.id)}/withdrawal`, { reason }),
    onSuccess: async () => {
      await done();
      onClose();
    },
  });
  return (
    <ActDialog
      isGrave
      title={m.withdraw}
      lead={m.withdrawLead}
      action={m.withdraw}
      busy={withdraw.isPending}
      error={withdraw.error}
      isReady={reason.trim() !== ''}
      onConfirm={() => withdraw.mutate()}
      onClose={onClose}
    >
      <TextArea id="reason" label={m.reason} rows={3} value={reason} onChange={setReason} />
    </ActDialog>
  );
}
