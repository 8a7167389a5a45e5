import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Objection } from '@tidu/api/publicity/contract';
import { useState } from 'react';
import { publicityMessages } from '../../messages/publicity-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { sendJson } from '../../shared/api/send-json.ts';
import { ActDialog, saidOf } from '../../shared/ui/act-dialog.tsx';
import { ChoiceGroup } from '../../shared/ui/choice-group.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { AttachmentList } from './attachment-list.tsx';

interface AnswerObjectionDialogProps {
  readonly applicationId: string;
  readonly version: number;
  readonly objection: Objection;
  readonly onClose: () => void;
}

/** The written answer to one objection; it goes to the objector and onto the notice. */
export function AnswerObjectionDialog({ version, objection, onClose }: AnswerObjectionDialogProps) {
  const m = useMessages(publicityMessages);
  const client = useQueryClient();
  const [outcome, setOutcome] = useState<string>();
  const [answer, setAnswer] = useState('');
  const send = useMutation({
    mutationFn: () => sendJson('POST', `/api/v1/objections/${objection.id}/answer`, { version, outcome, answer }),
    onSuccess: onClose,
    // Whatever came of it, the case may have moved: everything shown of it is read anew.
    onSettled: () => client.invalidateQueries(),
  });
  return (
    <ActDialog
      title={m.staff.answer}
      lead={m.staff.answerLead}
      action={m.staff.send}
      busy={send.isPending}
      error={send.error}
      isReady={outcome !== undefined && answer.trim() !== ''}
      onConfirm={() => send.mutate()}
      onClose={onClose}
    >
      <blockquote className="rounded-1 bg-sunken px-4 py-3 whitespace-pre-line">{objection.text}</blockquote>
      <AttachmentList objection={objection} />
      <ChoiceGroup
        id="outcome"
        label={m.staff.outcome}
        value={outcome}
        onChange={setOutcome}
        choices={[
          { value: 'dismissed', label: m.staff.dismiss, hint: m.staff.dismissHint },
          { value: 'upheld', label: m.staff.uphold, hint: m.staff.upholdHint },
        ]}
      />
      <TextArea
        id="answer"
        label={m.staff.text}
        value={answer}
        onChange={setAnswer}
        maxLength={4000}
        error={saidOf(send.error, 'answer')}
      />
    </ActDialog>
  );
}
