import type { Facts } from '@tidu/rules';
import { useState } from 'react';
import { selfCheckImportMessages } from '../../../messages/self-check-import-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { ChoiceGroup } from '../../../shared/ui/choice-group.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Select } from '../../../shared/ui/select.tsx';
import { HeaderNotes } from './header-notes.tsx';
import { PreviewTables } from './preview-tables.tsx';
import type { UnderstoodSheet } from './understand-sheet.ts';

export interface Imported {
  readonly facts: Facts;
  readonly name: string;
  readonly code: string | undefined;
  readonly intoNew: boolean;
}

interface PreviewStepProps {
  readonly sheet: UnderstoodSheet;
  readonly hasDraft: boolean;
  readonly onImport: (imported: Imported) => void;
}

/** What was understood and what was not, before anything is taken over. */
export function PreviewStep({ sheet, hasDraft, onImport }: PreviewStepProps) {
  const m = useMessages(selfCheckImportMessages);
  const [at, setAt] = useState(0);
  const [into, setInto] = useState('new');
  const chosen = sheet.firms[at];
  const hasError = sheet.headers.some(({ problem }) => problem.level === 'error');
  if (!chosen) {
    return (
      <section className="space-y-4">
        {!hasError && <Notice tone="error">{m.noFirm}</Notice>}
        <HeaderNotes sheet={sheet} />
      </section>
    );
  }
  const { firm } = chosen;
  const count = Object.keys(firm.facts).length;
  return (
    <section className="space-y-6">
      <h2 className="text-h3">3. {m.preview}</h2>
      {sheet.firms.length > 1 && (
        <Select
          id="import-firm"
          label={m.firm}
          value={String(at)}
          options={sheet.firms.map((each, i) => ({ value: String(i), label: each.firm.name ?? m.firmNo(i + 1) }))}
          onChange={(next) => setAt(Number(next ?? 0))}
        />
      )}
      <PreviewTables understood={chosen} />
      <HeaderNotes sheet={sheet} />
      {hasDraft && (
        <ChoiceGroup
          id="import-into"
          label={m.into}
          value={into}
          onChange={setInto}
          choices={[
            { value: 'new', label: m.intoNew },
            { value: 'current', label: m.intoCurrent },
          ]}
        />
      )}
      <div>
        <Button
          look="primary"
          disabled={count === 0}
          onClick={() =>
            onImport({ facts: firm.facts, name: firm.name ?? '', code: firm.code, intoNew: into === 'new' })
          }
        >
          {m.confirm(count)}
        </Button>
        {into === 'new' && <p className="mt-2 text-small text-ink-2">{m.confirmText}</p>}
      </div>
    </section>
  );
}
