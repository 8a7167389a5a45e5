import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CommentReceipt } from '@tidu/api/studio/consultations/contract';
import { useState } from 'react';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { saidOf } from '../../../shared/ui/act-dialog.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { TextArea } from '../../../shared/ui/text-area.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';

/** What anybody may say, without an account; a name and an address only if they wish. */
export function OpinionForm({ id }: { readonly id: string }) {
  const m = useMessages(studioForceMessages);
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [contact, setContact] = useState('');
  const send = useMutation({
    mutationFn: () =>
      sendJson<CommentReceipt>('POST', `/api/v1/consultations/${encodeURIComponent(id)}/comments`, {
        text,
        ...(name.trim() ? { name } : {}),
        ...(contact.trim() ? { contact } : {}),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['consultations'] }),
  });
  if (send.data)
    return (
      <Notice tone="good" title={m.opinionSent(send.data.number)}>
        <p>{m.opinionSentText}</p>
      </Notice>
    );
  return (
    <form
      className="max-w-prose space-y-5 rounded-3 border border-line bg-surface p-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') send.mutate();
      }}
    >
      <h2 className="text-h2">{m.saySomething}</h2>
      {send.isError && <Notice tone="error">{send.error.message}</Notice>}
      <TextArea
        id="opinion"
        label={m.yourOpinion}
        hint={m.yourOpinionHint}
        error={saidOf(send.error, 'text')}
        rows={5}
        maxLength={4000}
        value={text}
        onChange={setText}
      />
      <TextInput id="name" label={m.yourName} hint={m.yourNameHint} optional value={name} onChange={setName} />
      <TextInput
        id="contact"
        label={m.yourContact}
        hint={m.yourContactHint}
        error={saidOf(send.error, 'contact')}
        optional
        value={contact}
        onChange={setContact}
      />
      <Button type="submit" look="primary" busy={send.isPending} disabled={text.trim() === ''}>
        {m.sendOpinion}
      </Button>
    </form>
  );
}
