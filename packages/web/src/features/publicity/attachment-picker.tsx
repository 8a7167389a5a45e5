import type { Notice } from '@tidu/api/publicity/contract';
import { publicityMessages } from '../../messages/publicity-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Button, buttonClass } from '../../shared/ui/button.tsx';
import { sizeText } from '../files/file-words.ts';
import type { Attachments } from './use-attachments.ts';

interface AttachmentPickerProps {
  readonly attachments: Attachments;
  readonly limits: Notice['files'];
}

const ACCEPT = '.pdf,.png,.jpg,.jpeg,.webp,.tif,.tiff,.xlsx,.docx,.ofd,.csv';

/** Chooses files to go with an objection. They are sent once it is raised. */
export function AttachmentPicker({ attachments, limits }: AttachmentPickerProps) {
  const m = useMessages(publicityMessages);
  const { all, choose, drop } = attachments;
  return (
    <fieldset>
      <legend className="font-medium">{m.files.title}</legend>
      <p id="attach-hint" className="mt-1 text-small text-ink-2">
        {m.files.hint(limits.most, sizeText(limits.limitBytes))}
      </p>
      {all.length > 0 && (
        <ul className="mt-2 divide-y divide-line border-y border-line">
          {all.map(({ id, file }) => (
            <li key={id} className="flex flex-wrap items-center gap-x-3 py-1.5">
              <span className="min-w-0 flex-1 break-all">
                {file.name} <span className="text-small text-ink-2 tabular-nums">{sizeText(file.size)}</span>
                {file.size > limits.limitBytes && <span className="ml-2 text-small text-seal">{m.files.tooLarge}</span>}
              </span>
              <Button size="dense" onClick={() => drop(id)} aria-label={m.files.removeOf(file.name)}>
                {m.files.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {all.length < limits.most && (
        <label
          className={`${buttonClass()} mt-2 cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-[var(--focus)]`}
        >
          {m.files.pick}
          <input
            id="attach"
            type="file"
            multiple
            accept={ACCEPT}
            aria-describedby="attach-hint"
            className="sr-only"
            onChange={(event) => {
              choose([...(event.target.files ?? [])]);
              // The same file may be chosen again after it was taken off.
              event.target.value = '';
            }}
          />
        </label>
      )}
    </fieldset>
  );
}
