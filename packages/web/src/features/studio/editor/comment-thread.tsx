import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { StudioComment } from '@tidu/api/studio/drafts/contract';
import { useId, useState } from 'react';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { useInstant } from '../../../shared/format/instant.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { TextArea } from '../../../shared/ui/text-area.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { valueAt } from '../model/json-path.ts';
import { nameOfPart } from '../model/part-names.ts';
import { commentsQuery, draftPath } from '../queries.ts';

/** What colleagues said about one place, or about the whole draft; answered and settled here. */
export function CommentThread({ path }: { readonly path: string | undefined }) {
  const m = useMessages(studioMessages);
  const { draft, may } = useDraftDesk();
  const comments = useQuery(commentsQuery(draft.id));
  const shown = (comments.data?.comments ?? []).filter((each) => path === undefined || each.path === path);
  const roots = shown.filter((each) => each.replyTo === null);
  return (
    <div className="space-y-3">
      {roots.length === 0 && <p className="text-small text-ink-3">{m.noComments}</p>}
      <ul className="space-y-3">
        {roots.map((root) => (
          <li key={root.id} className={`rounded-2 border border-line p-3 ${root.resolvedBy ? 'opacity-70' : ''}`}>
            {path === undefined && <Place path={root.path} />}
            <Said comment={root} />
            {shown
              .filter((each) => each.replyTo === root.id)
              .map((reply) => (
                <div key={reply.id} className="mt-2 border-l-2 border-line pl-3">
                  <Said comment={reply} />
                </div>
              ))}
            {may('comment') && <Answer root={root} />}
          </li>
        ))}
      </ul>
      {may('comment') && <Write path={path ?? ''} label={m.writeComment} />}
    </div>
  );
}

function Place({ path }: { readonly path: string }) {
  const m = useMessages(studioMessages);
  const { locale } = useLocale();
  const { draft, doc } = useDraftDesk();
  if (path === '') return <p className="text-caption text-ink-3">{m.wholeDraft}</p>;
  return (
    <p className="text-caption">
      <Link to="/studio/drafts/$draftId" params={{ draftId: draft.id }} search={{ tab: 'structure', at: path }}>
        {nameOfPart(doc, valueAt(doc, path), locale) || path}
      </Link>
    </p>
  );
}

function Said({ comment }: { readonly comment: StudioComment }) {
  const m = useMessages(studioMessages);
  const instant = useInstant();
  return (
    <>
      <p className="whitespace-pre-wrap">{comment.text}</p>
      <p className="text-caption text-ink-3">
        {comment.by.name} {instant(comment.by.at)}
        {comment.resolvedBy && ` · ${m.settledBy(comment.resolvedBy.name)}`}
      </p>
    </>
  );
}

function Answer({ root }: { readonly root: StudioComment }) {
  const m = useMessages(studioMessages);
  const { draft } = useDraftDesk();
  const client = useQueryClient();
  const [writes, setWrites] = useState(false);
  const settle = useMutation({
    mutationFn: () => sendJson('POST', `${draftPath(draft.id)}/comments/${root.id}/resolve`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['studio', 'comments', draft.id] }),
  });
  return (
    <div className="mt-1">
      {!root.resolvedBy && (
        <>
          <Button size="dense" look="quiet" onClick={() => setWrites(!writes)}>
            {m.reply}
          </Button>
          <Button size="dense" look="quiet" busy={settle.isPending} onClick={() => settle.mutate()}>
            {m.settle}
          </Button>
        </>
      )}
      {writes && <Write path={root.path} replyTo={root.id} label={m.reply} onSent={() => setWrites(false)} />}
    </div>
  );
}

interface WriteProps {
  readonly path: string;
  readonly label: string;
  readonly replyTo?: string;
  readonly onSent?: () => void;
}

function Write({ path, label, replyTo, onSent }: WriteProps) {
  const m = useMessages(studioMessages);
  const { draft } = useDraftDesk();
  const client = useQueryClient();
  const id = useId();
  const [text, setText] = useState('');
  const send = useMutation({
    mutationFn: () =>
      sendJson('POST', `${draftPath(draft.id)}/comments`, {
        path,
        text: text.trim(),
        ...(replyTo ? { replyTo } : {}),
      }),
    onSuccess: async () => {
      setText('');
      await client.invalidateQueries({ queryKey: ['studio', 'comments', draft.id] });
      onSent?.();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') send.mutate();
      }}
    >
      <TextArea id={id} label={label} rows={2} maxLength={2000} value={text} onChange={setText} />
      {send.isError && <Notice tone="error">{send.error.message}</Notice>}
      <Button type="submit" size="dense" busy={send.isPending} disabled={text.trim() === ''} className="mt-2">
        {m.sendComment}
      </Button>
    </form>
  );
}
