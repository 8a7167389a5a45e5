import { filesMessages } from '../../messages/files-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { WarnIcon } from '../../shared/ui/icons.tsx';
import type { Uploads } from './use-uploads.ts';

/** Files on their way with how far they have come, and those refused with the reason. */
export function UploadList({ uploads }: { readonly uploads: Uploads }) {
  const m = useMessages(filesMessages);
  if (uploads.all.length === 0) return null;
  return (
    <ul className="mt-4 space-y-3">
      {uploads.all.map((upload) => (
        <li key={upload.id} className="rounded-2 border border-line bg-surface px-4 py-3">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <span className="min-w-0 break-all">{upload.file.name}</span>
            {upload.problem === undefined ? (
              <Button
                size="dense"
                look="quiet"
                aria-label={m.cancelOf(upload.file.name)}
                onClick={() => uploads.drop(upload)}
              >
                {m.cancel}
              </Button>
            ) : (
              <span className="flex gap-2">
                <Button size="dense" onClick={() => uploads.retry(upload)}>
                  {m.again}
                </Button>
                <Button size="dense" look="quiet" onClick={() => uploads.drop(upload)}>
                  {m.dismiss}
                </Button>
              </span>
            )}
          </div>
          {upload.problem === undefined ? (
            <progress
              className="mt-2 h-2 w-full accent-[var(--celadon)]"
              aria-label={m.sending(upload.file.name)}
              max={1}
              value={upload.share}
            />
          ) : (
            <p role="alert" className="mt-1 flex items-start gap-1.5 text-small text-seal">
              <WarnIcon className="mt-[0.2em] size-[1.1em]" />
              {upload.problem}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
