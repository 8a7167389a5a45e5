import { useState } from 'react';
import { auditMessages } from '../../messages/audit-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { DateInput } from '../../shared/ui/date-input.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import type { AuditSearch } from './queries.ts';
import { useActionWords } from './use-action-words.ts';

interface AuditFiltersProps {
  readonly search: AuditSearch;
  readonly onChange: (next: AuditSearch) => void;
}

export function AuditFilters({ search, onChange }: AuditFiltersProps) {
  const m = useMessages(auditMessages);
  const words = useActionWords();
  const [draft, setDraft] = useState<AuditSearch>(search);
  const set = (name: keyof AuditSearch) => (value: string | undefined) =>
    setDraft(({ [name]: _, ...rest }) => (value ? { ...rest, [name]: value } : rest));
  const text = (name: 'actor' | 'action' | 'subject', hint?: string) => (
    <TextInput
      id={`audit-${name}`}
      label={m[name]}
      hint={hint}
      spellCheck={false}
      maxLength={100}
      value={draft[name] ?? ''}
      onChange={set(name)}
      {...(name === 'action' ? { list: 'audit-actions' } : {})}
    />
  );
  return (
    <search>
      <form
        className="mt-8"
        onSubmit={(event) => {
          event.preventDefault();
          onChange(draft);
        }}
      >
        <div className="grid items-end gap-x-5 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
          {text('actor', m.actorHint)}
          {text('action', m.actionHint)}
          <datalist id="audit-actions">
            {Object.entries(words.actions).map(([code, label]) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </datalist>
          <Select
            id="audit-subjectType"
            label={m.subjectType}
            value={draft.subjectType}
            options={Object.entries(words.subjects).map(([value, label]) => ({ value, label }))}
            onChange={set('subjectType')}
          />
          {text('subject')}
          <DateInput id="audit-from" label={m.from} value={draft.from} onChange={set('from')} />
          <DateInput id="audit-to" label={m.to} value={draft.to} onChange={set('to')} />
        </div>
        <div className="mt-4 flex flex-wrap gap-3">
          <Button type="submit" look="primary">
            {m.filter}
          </Button>
          <Button look="quiet" onClick={() => onChange({})}>
            {m.clear}
          </Button>
        </div>
      </form>
    </search>
  );
}
