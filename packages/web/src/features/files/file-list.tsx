import type { EvidenceFile } from '@tidu/api/files/contract';
import type { ReactNode } from 'react';
import { filesMessages } from '../../messages/files-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { dayOfInstant } from '../../shared/format/instant.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { sizeText, stateText } from './file-words.ts';
import { contentPath } from './queries.ts';

interface FileListProps {
  readonly firmId: string;
  readonly files: readonly EvidenceFile[];
  readonly onOpen: (file: EvidenceFile) => void;
  /** More buttons of a file. */
  readonly actions?: (file: EvidenceFile) => ReactNode;
}

const TONE: Record<EvidenceFile['state'], string> = {
  clean: 'text-celadon',
  quarantined: 'text-amber',
  rejected: 'text-seal',
};

/** Files with what they are and what may be done with each. */
export function FileList({ firmId, files, onOpen, actions }: FileListProps) {
  const m = useMessages(filesMessages);
  const format = useFormat();
  return (
    <ul className="divide-y divide-line rounded-2 border border-line bg-surface">
      {files.map((file) => (
        <li key={file.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-3">
          <div className="min-w-0 flex-1 basis-64">
            <p className="break-all">{file.name}</p>
            <p className="mt-0.5 flex flex-wrap gap-x-3 text-small text-ink-2">
              <span>{sizeText(file.sizeBytes)}</span>
              <span className={TONE[file.state]}>{file.deletedAt ? m.deleted : stateText(file, m)}</span>
              {file.isHeld && <span>{m.held}</span>}
              <span>{`${file.uploadedBy || m.byOffice} ${format.day(dayOfInstant(file.uploadedAt))}`}</span>
            </p>
          </div>
          <div className="flex flex-wrap gap-2">
            {file.state === 'clean' && !file.deletedAt && (
              <>
                <Button size="dense" aria-label={m.openOf(file.name)} onClick={() => onOpen(file)}>
                  {m.open}
                </Button>
                <a
                  className={buttonClass('quiet', 'dense')}
                  href={contentPath(firmId, file.id, 'download')}
                  aria-label={m.downloadOf(file.name)}
                  download
                >
                  {m.download}
                </a>
              </>
            )}
            {actions?.(file)}
          </div>
        </li>
      ))}
    </ul>
  );
}
