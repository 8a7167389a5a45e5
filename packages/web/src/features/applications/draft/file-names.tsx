import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import type { ShownFile } from './from-files.tsx';

interface FileNamesProps {
  readonly files: readonly ShownFile[];
  /** Absent where nothing may be taken away. */
  readonly onRemove: ((fileId: string) => void) | undefined;
}

/** The files of one place, each with the way to take it out of there again. */
export function FileNames({ files, onRemove }: FileNamesProps) {
  const m = useMessages(applicationsMessages);
  return (
    <ul className="mt-2 space-y-1">
      {files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-center gap-x-3">
          <span className="break-all">{file.name}</span>
          {onRemove && (
            <Button size="dense" look="quiet" aria-label={`${m.remove} ${file.name}`} onClick={() => onRemove(file.id)}>
              {m.remove}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
