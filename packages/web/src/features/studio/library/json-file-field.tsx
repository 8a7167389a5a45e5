import type { DraftDocument } from '@tidu/api/studio/contract';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { controlAttributes, Field } from '../../../shared/ui/field.tsx';
import { isJson } from '../model/shape-of.ts';

export interface ReadFile {
  readonly name: string;
  readonly document: DraftDocument | undefined;
  /** Why it is no JSON, as the browser says it. */
  readonly problem?: string;
}

async function readJsonFile(file: File): Promise<ReadFile> {
  try {
    const document: unknown = JSON.parse(await file.text());
    return isJson(document) ? { name: file.name, document } : { name: file.name, document: undefined, problem: '' };
  } catch (error) {
    return { name: file.name, document: undefined, problem: error instanceof Error ? error.message : '' };
  }
}

/** Chooses a policy as a JSON file; what keeps it from being one is told in the draft, all at once. */
export function JsonFileField({
  file,
  onRead,
}: {
  readonly file: ReadFile | undefined;
  readonly onRead: (file: ReadFile) => void;
}) {
  const m = useMessages(studioMessages);
  const field = {
    id: 'document',
    label: m.jsonFile,
    hint: m.jsonFileHint,
    error: file && file.document === undefined ? m.notJson(file.problem ?? '') : undefined,
  };
  return (
    <Field {...field}>
      <input
        {...controlAttributes(field)}
        type="file"
        accept=".json,application/json"
        className="control py-2 file:mr-3 file:rounded-1 file:border file:border-line-strong file:bg-sunken file:px-3 file:text-small"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) readJsonFile(chosen).then(onRead, () => {});
        }}
      />
    </Field>
  );
}
