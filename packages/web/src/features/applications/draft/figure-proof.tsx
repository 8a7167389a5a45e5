import { useState } from 'react';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { FieldError } from '../../../shared/ui/field.tsx';
import { DropZone } from '../../files/drop-zone.tsx';
import { UploadList } from '../../files/upload-list.tsx';
import { useUploads } from '../../files/use-uploads.ts';
import { FileNames } from './file-names.tsx';
import { FromFiles, type ShownFile } from './from-files.tsx';

interface FigureProofProps {
  readonly firmId: string;
  readonly factKey: string;
  /** The figure in words: name and year. */
  readonly label: string;
  readonly files: readonly ShownFile[];
  readonly mayEdit: boolean;
  readonly startsOpen: boolean;
  readonly error: string | undefined;
  readonly onAdd: (file: ShownFile) => void;
  readonly onRemove: (fileId: string) => void;
}

/** What proves one figure, and the place to add to it. */
export function FigureProof(props: FigureProofProps) {
  const { firmId, factKey, label, files, mayEdit, error, onAdd, onRemove } = props;
  const m = useMessages(applicationsMessages);
  const [isOpen, setOpen] = useState(props.startsOpen);
  const uploads = useUploads(firmId, { onSent: onAdd });
  const field = `evidence.${factKey}`;
  return (
    <li id={field} tabIndex={-1} className="py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span>{label}</span>
        {mayEdit && !isOpen && (
          <Button size="dense" aria-label={`${m.proofAdd} ${label}`} onClick={() => setOpen(true)}>
            {m.proofAdd}
          </Button>
        )}
      </div>
      {error && <FieldError>{error}</FieldError>}
      {files.length > 0 && <FileNames files={files} onRemove={mayEdit ? onRemove : undefined} />}
      {mayEdit && isOpen && (
        <div className="mt-2 space-y-2">
          <DropZone firmId={firmId} id={`${field}-pick`} uploads={uploads} label={label} />
          <FromFiles firmId={firmId} taken={files} onTake={onAdd} />
        </div>
      )}
      <UploadList uploads={uploads} />
    </li>
  );
}
