import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Application } from '@tidu/api/applications/contract';
import { type FormEvent, useState } from 'react';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { useInstant } from '../../../shared/format/instant.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { useAnnouncer } from '../../../shared/ui/live-region.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { TextArea } from '../../../shared/ui/text-area.tsx';
import { applicationPath, applicationQuery } from '../queries.ts';

/** Words between the firm and the office about this case. */
export function MessagesPart({ application }: { readonly application: Application }) {
  const m = useMessages(applicationsMessages);
  const instant = useInstant();
  const client = useQueryClient();
  const { show } = useAnnouncer();
  const [text, setText] = useState('');
  const post = useMutation({
    mutationFn: () => sendJson('POST', `${applicationPath(application.id)}/messages`, { text }),
    onSuccess: () => {
      setText('');
      show(m.sent);
      return client.invalidateQueries({ queryKey: applicationQuery(application.id).queryKey });
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') post.mutate();
  };
  return (
    <div className="mt-4 space-y-5">
      {application.messages.length === 0 && <p className="text-ink-2">{m.noMessages}</p>}
      <ol className="space-y-3">
        {application.messages.map((each) => (
          <li
            key={each.id}
            className={`max-w-prose rounded-2 px-4 py-3 ${each.side === 'firm' ? 'ml-auto bg-celadon-wash' : 'bg-sunken'}`}
          >
            <p className="text-small text-ink-2">
              {each.side === 'firm' ? each.byName : m.office} · <time dateTime={each.at}>{instant(each.at)}</time>
            </p>
            <p className="mt-1 whitespace-pre-line">{each.text}</p>
          </li>
        ))}
      </ol>
      <form onSubmit={send} className="max-w-prose space-y-3">
        <TextArea id="message" label={m.write} rows={3} maxLength={4000} value={text} onChange={setText} />
        {post.isError && <Notice tone="error">{post.error.message}</Notice>}
        <Button type="submit" busy={post.isPending}>
          {m.send}
        </Button>
      </form>
    </div>
  );
}
