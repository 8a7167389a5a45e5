import type { Objection } from '@tidu/api/publicity/contract';
import { publicityMessages } from '../../messages/publicity-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { sizeText } from '../files/file-words.ts';

type Attached = Pick<Objection, 'id' | 'attachments' | 'attachmentCount'>;

/** What came with an objection: links for who answers it, for others only how many files there are. */
export function AttachmentList({ objection }: { readonly objection: Attached }) {
  const m = useMessages(publicityMessages);
  const { id, attachments, attachmentCount } = objection;
  if (attachmentCount === 0) return null;
  if (attachments.length === 0) return <p className="mt-2 text-small text-ink-2">{m.files.count(attachmentCount)}</p>;
  return (
    <ul className="mt-2" aria-label={m.files.title}>
      {attachments.map((file) => (
        <li key={file.id} className="py-0.5">
          {file.state === 'clean' ? (
            <a
              className="break-all"
              href={`/api/v1/objections/${id}/files/${file.id}?as=preview`}
              target="_blank"
              rel="noreferrer"
            >
              {file.name}
            </a>
          ) : (
            <span className="break-all">{file.name}</span>
          )}{' '}
          <span className="text-small text-ink-2 tabular-nums">
            {sizeText(file.sizeBytes)}
            {file.state !== 'clean' && ` · ${m.files[file.state]}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
