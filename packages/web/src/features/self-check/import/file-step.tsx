import type { SheetColumn } from '@tidu/rules';
import { useRef, useState } from 'react';
import { selfCheckImportMessages } from '../../../messages/self-check-import-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import type { SheetProblem } from './read-sheet-file.ts';
import type { UnderstoodSheet } from './understand-sheet.ts';

interface FileStepProps {
  readonly columns: readonly SheetColumn[];
  readonly onRead: (sheet: UnderstoodSheet | undefined) => void;
}

/** Takes a file and reads it on the spot; the reader is loaded with the first file. */
export function FileStep({ columns, onRead }: FileStepProps) {
  const m = useMessages(selfCheckImportMessages);
  const [state, setState] = useState<'idle' | 'reading' | SheetProblem>('idle');
  const [name, setName] = useState('');
  const last = useRef(0);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    last.current += 1;
    const mine = last.current;
    onRead(undefined);
    setName(file.name);
    setState('reading');
    const [{ readSheetFile, MOST_BYTES }, { understandSheet }] = await Promise.all([
      import('./read-sheet-file.ts'),
      import('./understand-sheet.ts'),
    ]);
    // Looked at before it is read into memory.
    const read =
      file.size > MOST_BYTES
        ? ({ problem: 'tooBig' } as const)
        : await readSheetFile(new Uint8Array(await file.arrayBuffer()));
    if (mine !== last.current) return;
    setState('problem' in read ? read.problem : 'idle');
    if ('rows' in read) onRead(understandSheet(read.rows, columns));
  };
  return (
    <section>
      <h2 className="text-h3">2. {m.stepFile}</h2>
      <p className="mt-1 mb-4 max-w-prose text-ink-2" id="import-hint">
        {m.fileText}
      </p>
      <label
        className={`${buttonClass()} cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-[var(--focus)]`}
      >
        {m.file}
        <input
          id="import-file"
          type="file"
          accept=".xlsx,.csv,.txt,text/csv"
          aria-describedby="import-hint"
          className="sr-only"
          onChange={(event) => {
            void take(event.target.files?.[0]);
            // The same file may be chosen again after it was mended.
            event.target.value = '';
          }}
        />
      </label>
      {name && <span className="ml-4 break-all text-ink-2">{name}</span>}
      <div className="mt-4" role="status">
        {state === 'reading' && <p className="text-ink-2">{m.reading}</p>}
        {state !== 'idle' && state !== 'reading' && <Notice tone="error">{m.problem[state]}</Notice>}
      </div>
    </section>
  );
}
