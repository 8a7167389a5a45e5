import { useInfiniteQuery } from '@tanstack/react-query';
import { type DragEvent, useState } from 'react';
import { filesMessages } from '../../messages/files-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { buttonClass } from '../../shared/ui/button.tsx';
import { sizeText } from './file-words.ts';
import { filesQuery } from './queries.ts';
import type { Uploads } from './use-uploads.ts';

interface DropZoneProps {
  readonly firmId: string;
  /** Id of the file input, for labels and error summaries. */
  readonly id: string;
  readonly uploads: Uploads;
  /** What the files are for, where there are several zones on the page. */
  readonly label?: string;
}

const ACCEPT = '.pdf,.png,.jpg,.jpeg,.webp,.tif,.tiff,.xlsx,.docx,.ofd,.csv';

/** Takes files by drag and drop or from the picker, which is a plain file input and so works by keyboard. */
export function DropZone({ firmId, id, uploads, label }: DropZoneProps) {
  const m = useMessages(filesMessages);
  const list = useInfiniteQuery(filesQuery(firmId));
  const limit = list.data?.pages[0]?.limitBytes;
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent, on: boolean): void => {
    event.preventDefault();
    setOver(on);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a mouse's way; the input below is everyone's
    <div
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        uploads.send([...event.dataTransfer.files]);
      }}
      className={`rounded-3 border border-dashed px-5 py-6 text-center transition-colors ${isOver ? 'border-celadon bg-celadon-wash' : 'border-line-strong bg-surface'}`}
    >
      <div className="flex flex-wrap items-center justify-center gap-3">
        <span className="hidden text-ink-2 sm:inline">{m.drop}</span>
        <label
          className={`${buttonClass()} cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-[var(--focus)]`}
        >
          {m.pick}
          {label && <span className="sr-only">{` ${label}`}</span>}
          <input
            id={id}
            type="file"
            multiple
            accept={ACCEPT}
            aria-describedby={`${id}-kinds`}
            className="sr-only"
            onChange={(event) => {
              uploads.send([...(event.target.files ?? [])]);
              // The same file may be chosen again after it was mended.
              event.target.value = '';
            }}
          />
        </label>
      </div>
      <p id={`${id}-kinds`} className="mt-3 text-small text-ink-2">
        {m.kinds}
        {limit !== undefined && m.limit(sizeText(limit))}
      </p>
    </div>
  );
}
