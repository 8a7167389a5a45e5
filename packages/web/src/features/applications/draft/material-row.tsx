import type { Material } from '@tidu/api/schemes/contract';
import { useState } from 'react';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Checkbox } from '../../../shared/ui/checkbox.tsx';
import { FieldError } from '../../../shared/ui/field.tsx';
import { CheckIcon } from '../../../shared/ui/icons.tsx';
import { DropZone } from '../../files/drop-zone.tsx';
import { UploadList } from '../../files/upload-list.tsx';
import { useUploads } from '../../files/use-uploads.ts';
import { FileNames } from './file-names.tsx';
import { FromFiles, type ShownFile } from './from-files.tsx';

interface MaterialRowProps {
  readonly firmId: string;
  readonly material: Material;
  readonly files: readonly ShownFile[];
  readonly isPromised: boolean;
  readonly deferralDays: number;
  readonly mayDefer: boolean;
  readonly mayEdit: boolean;
  readonly error: string | undefined;
  readonly onAdd: (file: ShownFile) => void;
  readonly onRemove: (fileId: string) => void;
  readonly onPromise: (on: boolean) => void;
}

/** One material: what it is, the files handed in for it, and how to add one. */
export function MaterialRow(props: MaterialRowProps) {
  const m = useMessages(applicationsMessages);
  const text = useText();
  const { material, files, isPromised, mayEdit, error, firmId } = props;
  const [wantsMore, setWantsMore] = useState(false);
  // Held by the row: the place to drop files goes with the first one that has arrived, those still on their way do not.
  const uploads = useUploads(firmId, { onSent: props.onAdd });
  const takesFiles = mayEdit && !isPromised;
  const field = `materials.${material.id}`;
  return (
    <li id={`${field}-row`} className="py-5">
      <div className="flex flex-wrap items-baseline gap-x-3">
        {files.length > 0 && <CheckIcon className="size-5 self-center text-celadon" />}
        <h3 className="text-body font-semibold">{text(material.label)}</h3>
        <span className="text-small text-ink-2">
          {[material.required ? m.required : m.optional, ...(material.kind === 'late' ? [m.mayFollow] : [])].join(
            ' · ',
          )}
        </span>
      </div>
      {material.hint && <p className="mt-0.5 text-small text-ink-2">{text(material.hint)}</p>}
      {error && <FieldError>{error}</FieldError>}
      <FileNames files={files} onRemove={mayEdit ? props.onRemove : undefined} />
      {takesFiles && files.length > 0 && !wantsMore && (
        <Button
          size="dense"
          className="mt-2"
          aria-label={`${m.addFile} ${text(material.label)}`}
          onClick={() => setWantsMore(true)}
        >
          {m.addFile}
        </Button>
      )}
      {takesFiles && (files.length === 0 || wantsMore) && (
        <div className="mt-3 space-y-3">
          <DropZone firmId={firmId} id={field} uploads={uploads} label={text(material.label)} />
          <FromFiles firmId={firmId} taken={files} onTake={props.onAdd} />
        </div>
      )}
      {takesFiles && <UploadList uploads={uploads} />}
      {mayEdit && material.kind === 'late' && files.length === 0 && <PromiseBox {...props} />}
    </li>
  );
}

function PromiseBox({ material, isPromised, deferralDays, mayDefer, onPromise }: MaterialRowProps) {
  const m = useMessages(applicationsMessages);
  if (!mayDefer) return <p className="mt-3 text-small text-ink-2">{m.noPromise}</p>;
  return (
    <div className="mt-3">
      <Checkbox
        id={`promise-${material.id}`}
        label={m.promise}
        hint={m.promiseHint(String(deferralDays))}
        checked={isPromised}
        onChange={onPromise}
      />
    </div>
  );
}
