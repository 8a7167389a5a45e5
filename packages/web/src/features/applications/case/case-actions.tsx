import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Application } from '@tidu/api/applications/contract';
import { useState } from 'react';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { useAnnouncer } from '../../../shared/ui/live-region.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { TextArea } from '../../../shared/ui/text-area.tsx';
import { applicationPath, applicationQuery, applicationsQuery } from '../queries.ts';
import { PromiseDeferred } from './promise-deferred.tsx';

/** Withdraw, or copy into a new draft: offered as the API permits. */
export function CaseActions({ application }: { readonly application: Application }) {
  const m = useMessages(applicationsMessages);
  const { show } = useAnnouncer();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { id, version, firmId, schemeId, state } = application;
  const isDraft = state === 'draft';
  const withdraw = useMutation({
    mutationFn: () =>
      sendJson<Application>('POST', `${applicationPath(id)}/withdraw`, { version, ...(reason ? { reason } : {}) }),
    onSuccess: () => {
      setAsking(false);
      show(isDraft ? m.discardDone : m.withdrawDone);
      void client.invalidateQueries({ queryKey: applicationsQuery(firmId).queryKey });
      if (isDraft) return navigate({ to: '/my/applications' });
      return client.invalidateQueries({ queryKey: applicationQuery(id).queryKey, exact: true });
    },
  });
  const copy = useMutation({
    mutationFn: () => sendJson<{ id: string }>('POST', '/api/v1/applications', { firmId, schemeId, copyOf: id }),
    onSuccess: (made) => navigate({ to: '/my/applications/$applicationId', params: { applicationId: made.id } }),
  });
  const mayWithdraw = application.permitted.some(({ event, permitted }) => event === 'withdraw' && permitted);
  return (
    <div className="flex flex-wrap items-center gap-3">
      {!isDraft && (
        <Button busy={copy.isPending} onClick={() => copy.mutate()}>
          {m.copy}
        </Button>
      )}
      <PromiseDeferred application={application} />
      {mayWithdraw && (
        <Button look="quiet" onClick={() => setAsking(true)}>
          {isDraft ? m.discard : m.withdraw}
        </Button>
      )}
      {copy.isError && <Notice tone="error">{copy.error.message}</Notice>}
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={isDraft ? m.discardAsk : m.withdrawAsk}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{m.cancel}</Button>
            <Button look="danger" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
              {isDraft ? m.discard : m.withdraw}
            </Button>
          </>
        }
      >
        <p>{isDraft ? m.discardText : m.withdrawText}</p>
        {!isDraft && (
          <div className="mt-4">
            <TextArea
              id="withdraw-reason"
              label={m.reason}
              optional
              rows={2}
              maxLength={2000}
              value={reason}
              onChange={setReason}
            />
          </div>
        )}
        {withdraw.isError && (
          <div className="mt-3">
            <Notice tone="error">{withdraw.error.message}</Notice>
          </div>
        )}
      </Dialog>
    </div>
  );
}
