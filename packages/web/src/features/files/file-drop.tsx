import { DropZone } from './drop-zone.tsx';
import { UploadList } from './upload-list.tsx';
import { type Sent, useUploads } from './use-uploads.ts';

interface FileDropProps extends Sent {
  readonly firmId: string;
  /** Id of the file input, for labels and error summaries. */
  readonly id: string;
}

/** A place to drop files, and those on their way below it. */
export function FileDrop({ firmId, id, onSent, onAllSent }: FileDropProps) {
  const uploads = useUploads(firmId, { onSent, onAllSent });
  return (
    <div>
      <DropZone firmId={firmId} id={id} uploads={uploads} />
      <UploadList uploads={uploads} />
    </div>
  );
}
