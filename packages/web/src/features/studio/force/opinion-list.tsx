import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { StaffComment } from '@tidu/api/studio/consultations/contract';
import { useState } from 'react';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { ActDialog } from '../../../shared/ui/act-dialog.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Checkbox } from '../../../shared/ui/checkbox.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { TextArea } from '../../../shared/ui/text-area.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { staffCommentsQuery } from '../queries.ts';

/** What the public said, each to be answered. */
export function OpinionList({ consultationId }: { readonly consultationId: string }) {
  const m = useMessages(studioForceMessages);
  const { may } = useDraftDesk();
  const list = useQuery(staffCommentsQuery(consultationId));
  const [acts, setActs] = useState<{ readonly on: StaffComment; readonly what: 'reply' | 'hide' }>();
  if (list.isPending) return <Skeleton lines={3} />;
  return (
    <>
      <ul className="divide-y divide-line">
        {list.data?.comments.map((each) => (
          <li key={each.id} className="py-2">
            <p className="whitespace-pre-wrap text-ink">{each.text}</p>
            <p className="text-caption text-ink-3">
              {[each.number, each.name ?? m.anonymous, each.receivedOn, each.contact].filter(Boolean).join(' · ')}
            </p>
            {each.hiddenReason && <p className="text-caption text-amber">{m.hidden(each.hiddenReason)}</p>}
            {each.reply && (
              <p className="mt-1 border-l-2 border-celadon-mid pl-3">
                <span className="mr-2 text-celadon">{each.reply.isAdopted ? m.adopted : m.notAdopted}</span>
                {each.reply.text}
              </p>
            )}
            {may('comment') && (
              <span className="flex gap-2">
                {!each.reply && (
                  <Button size="dense" look="quiet" onClick={() => setActs({ on: each, what: 'reply' })}>
                    {m.reply}
                  </Button>
                )}
                {!each.hiddenReason && (
                  <Button size="dense" look="quiet" onClick={() => setActs({ on: each, what: 'hide' })}>
                    {m.hide}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {acts && (
        <AnswerDialog
          consultationId={consultationId}
          on={acts.on}
          what={acts.what}
          onClose={() => setActs(undefined)}
        />
      )}
    </>
  );
}

interface AnswerDialogProps {
  readonly consultationId: string;
  readonly on: StaffComment;
  readonly what: 'reply' | 'hide';
  readonly onClose: () => void;
}

function AnswerDialog({ consultationId, on, what, onClose }: AnswerDialogProps) {
  const m = useMessages(studioForceMessages);
  const client = useQueryClient();
  const { draft } = useDraftDesk();
  const [words, setWords] = useState('');
  const [isAdopted, setAdopted] = useState(false);
  const send = useMutation({
    mutationFn: () =>
      sendJson(
        'POST',
        `/api/v1/studio/consultations/${consultationId}/comments/${on.id}/${what}`,
        what === 'reply' ? { text: words, isAdopted } : { reason: words },
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['studio', 'opinions', consultationId] });
      await client.invalidateQueries({ queryKey: ['studio', 'force', draft.id] });
      onClose();
    },
  });
  return (
    <ActDialog
      title={what === 'reply' ? m.reply : m.hide}
      lead={what === 'reply' ? m.replyLead : m.hideLead}
      action={what === 'reply' ? m.sendReply : m.hide}
      busy={send.isPending}
      error={send.error}
      isReady={words.trim() !== ''}
      onConfirm={() => send.mutate()}
      onClose={onClose}
    >
      <blockquote className="border-l-2 border-line pl-3 text-small text-ink-2">{on.text}</blockquote>
      <TextArea id="words" label={what === 'reply' ? m.replyText : m.hideReason} value={words} onChange={setWords} />
      {what === 'reply' && <Checkbox id="adopted" label={m.isAdopted} checked={isAdopted} onChange={setAdopted} />}
    </ActDialog>
  );
}
