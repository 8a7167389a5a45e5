import { useInfiniteQuery } from '@tanstack/react-query';
import type { EvidenceFile } from '@tidu/api/files/contract';
import { useState } from 'react';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { filesQuery } from '../../files/queries.ts';

export type ShownFile = Pick<EvidenceFile, 'id' | 'name' | 'state'>;

interface FromFilesProps {
  readonly firmId: string;
  readonly taken: readonly ShownFile[];
  readonly onTake: (file: ShownFile) => void;
}

/** Files the firm has sent before: no paper is asked for twice. */
export function FromFiles({ firmId, taken, onTake }: FromFilesProps) {
  const m = useMessages(applicationsMessages);
  const [isOpen, setOpen] = useState(false);
  const list = useInfiniteQuery({ ...filesQuery(firmId), enabled: isOpen });
  const files = list.data?.pages.flatMap((page) => page.files) ?? [];
  const free = files.filter((file) => file.state === 'clean' && !taken.some(({ id }) => id === file.id));
  return (
    <div>
      <Button size="dense" look="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {m.fromFiles}
      </Button>
      {isOpen && list.data && free.length === 0 && <p className="mt-1 text-small text-ink-2">{m.noFiles}</p>}
      {isOpen && free.length > 0 && (
        <ul className="mt-1 max-h-56 overflow-y-auto rounded-2 border border-line">
          {free.map((file) => (
            <li
              key={file.id}
              className="flex items-center justify-between gap-3 border-b border-line px-3 py-1 last:border-0"
            >
              <span className="min-w-0 break-all text-small">{file.name}</span>
              <Button size="dense" aria-label={`${m.take} ${file.name}`} onClick={() => onTake(file)}>
                {m.take}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
