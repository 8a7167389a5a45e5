import type { EvidenceFile } from '@tidu/api/files/contract';
import { lazy, Suspense } from 'react';
import { filesMessages } from '../../messages/files-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { isPdf, isPicture, sizeText } from './file-words.ts';
import { contentPath } from './queries.ts';

interface FilePreviewProps {
  readonly firmId: string;
  readonly file: EvidenceFile | undefined;
  readonly onClose: () => void;
}

// The reader of PDF files is large; it comes with the first one that is opened.
const PdfPages = lazy(() => import('./pdf-pages.tsx').then(({ PdfPages }) => ({ default: PdfPages })));

/** A file shown in the page: pictures and PDF files; of others what they are, and how to get them. */
export function FilePreview({ firmId, file, onClose }: FilePreviewProps) {
  const m = useMessages(filesMessages);
  if (!file) return null;
  const source = contentPath(firmId, file.id, 'preview');
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={<span className="break-all">{file.name}</span>}
      actions={
        <a className={buttonClass()} href={contentPath(firmId, file.id, 'download')} download>
          {m.download}
        </a>
      }
    >
      {isPicture(file.mediaType) && (
        <img src={source} alt={file.name} className="mx-auto max-h-[70vh] rounded-1 border border-line" />
      )}
      {isPdf(file.mediaType) && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <PdfPages source={source} name={file.name} />
        </Suspense>
      )}
      {!isPicture(file.mediaType) && !isPdf(file.mediaType) && (
        <p className="text-ink-2">
          {m.noPreview} {sizeText(file.sizeBytes)}
        </p>
      )}
    </Dialog>
  );
}
