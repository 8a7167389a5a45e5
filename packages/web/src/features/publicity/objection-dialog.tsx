import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Notice, NoticeRow, ObjectionReceipt } from '@tidu/api/publicity/contract';
import { useState } from 'react';
import { publicityMessages } from '../../messages/publicity-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { sendJson } from '../../shared/api/send-json.ts';
import { ActDialog, saidOf } from '../../shared/ui/act-dialog.tsx';
import { ChoiceGroup } from '../../shared/ui/choice-group.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { AttachmentPicker } from './attachment-picker.tsx';
import { ObjectionReceived } from './objection-received.tsx';
import { noticeQuery } from './queries.ts';
import { useAttachments } from './use-attachments.ts';

interface ObjectionDialogProps {
  readonly noticeId: string;
  readonly row: NoticeRow;
  readonly limits: Notice['files'];
  readonly onClose: () => void;
}

/** Anyone may object, with a name or without. */
export function ObjectionDialog({ noticeId, row, limits, onClose }: ObjectionDialogProps) {
  const m = useMessages(publicityMessages);
  const client = useQueryClient();
  const [how, setHow] = useState('named');
  const [name, setName] = useState('');
  const [contact, setContact] = useState('');
  const [text, setText] = useState('');
  const attachments = useAttachments(limits.most);
  const isNamed = how === 'named';
  const body = isNamed ? { isAnonymous: false, name, contact, text } : { isAnonymous: true, text };
  const send = useMutation({
    mutationFn: () =>
      sendJson<ObjectionReceipt>('POST', `/api/v1/publicity/${noticeId}/rows/${row.applicationId}/objections`, body),
    onSuccess: (receipt) => void attachments.send(receipt),
    onSettled: () => client.invalidateQueries(noticeQuery(noticeId)),
  });
  if (send.data) return <ObjectionReceived receipt={send.data} attachments={attachments} onClose={onClose} />;
  const fits = attachments.all.every(({ file }) => file.size <= limits.limitBytes);
  const isFilled = fits && text.trim() !== '' && (!isNamed || (name.trim() !== '' && contact.trim() !== ''));
  return (
    <ActDialog
      title={m.objectTo(row.firmName)}
      lead={m.objectLead}
      action={m.send}
      busy={send.isPending}
      error={send.error}
      isReady={isFilled}
      onConfirm={() => send.mutate()}
      onClose={onClose}
    >
      <ChoiceGroup
        id="how"
        label={m.how}
        value={how}
        onChange={setHow}
        choices={[
          { value: 'named', label: m.named, hint: m.namedHint },
          { value: 'anonymous', label: m.anonymous, hint: m.anonymousHint },
        ]}
      />
      {isNamed && (
        <>
          <TextInput id="name" label={m.name} value={name} onChange={setName} error={saidOf(send.error, 'name')} />
          <TextInput
            id="contact"
            label={m.contact}
            hint={m.contactHint}
            value={contact}
            onChange={setContact}
            error={saidOf(send.error, 'contact')}
          />
        </>
      )}
      <TextArea
        id="text"
        label={m.text}
        hint={m.textHint}
        value={text}
        onChange={setText}
        maxLength={4000}
        error={saidOf(send.error, 'text')}
      />
      <AttachmentPicker attachments={attachments} limits={limits} />
    </ActDialog>
  );
}
