import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SheetDocument } from '@tidu/api/panels/contract';
import { useState } from 'react';
import { templateMessages } from '../../../messages/template-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { RequestFailed } from '../../../shared/api/request-failed.ts';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ErrorSummary } from '../../../shared/ui/error-summary.tsx';
import { useAnnouncer } from '../../../shared/ui/live-region.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { CriterionRow } from './criterion-row.tsx';
import { newCriterion, withMovedUp } from './edit-criteria.ts';
import { sheetsPath, sheetsQuery } from './queries.ts';
import { SheetPreview } from './sheet-preview.tsx';

interface SheetEditorProps {
  readonly id: string;
  readonly document: SheetDocument;
  /** The version it begins with, in words. */
  readonly what: string;
  readonly onSaved: (version: number) => void;
}

/** A new version of a sheet beside what experts will see of it. */
export function SheetEditor({ id, document, what, onSaved }: SheetEditorProps) {
  const m = useMessages(templateMessages);
  const client = useQueryClient();
  const { show } = useAnnouncer();
  const [draft, setDraft] = useState(document);
  const { criteria } = draft;
  const setCriteria = (next: SheetDocument['criteria']): void => setDraft({ ...draft, criteria: next });
  const save = useMutation({
    mutationFn: () => sendJson<{ version: number }>('POST', `${sheetsPath}/${encodeURIComponent(id)}`, draft),
    onSuccess: async ({ version }) => {
      show(m.saveDone(version));
      await client.invalidateQueries(sheetsQuery);
      onSaved(version);
    },
  });
  const problems = save.error instanceof RequestFailed ? save.error.details : [];
  const errorOf = (path: string) => problems.find((each) => each.path === path)?.message;
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  return (
    <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_26rem]">
      <form
        noValidate
        className="space-y-6"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <h2 className="text-h2">{m.edit}</h2>
        <p className="text-ink-2">{m.basedOn(what)}</p>
        <ErrorSummary problems={problems.map(({ path, message }) => ({ field: path, message }))} />
        {save.error && problems.length === 0 && <Notice tone="error">{save.error.message}</Notice>}
        <div className="grid gap-5 sm:grid-cols-2">
          {(['zh-CN', 'en'] as const).map((locale) => (
            <TextInput
              key={locale}
              id={`label.${locale}`}
              label={locale === 'en' ? m.nameEn : m.nameZh}
              value={draft.label[locale]}
              error={errorOf(`label.${locale}`)}
              onChange={(next) => setDraft({ ...draft, label: { ...draft.label, [locale]: next } })}
            />
          ))}
        </div>
        <fieldset id="criteria" tabIndex={-1} className="space-y-5">
          <legend className="text-h3">{m.criteria}</legend>
          {criteria.map((criterion, i) => (
            <CriterionRow
              key={criterion.id}
              at={i}
              criterion={criterion}
              errorOf={errorOf}
              onChange={(next) => setCriteria(criteria.map((each, at) => (at === i ? next : each)))}
              onRemove={criteria.length > 1 ? () => setCriteria(criteria.filter((_, at) => at !== i)) : undefined}
              onUp={i > 0 ? () => setCriteria(withMovedUp(criteria, i)) : undefined}
            />
          ))}
        </fieldset>
        <p role="status" className={`tabular-nums ${sum === 100 ? 'text-celadon' : 'text-amber'}`}>
          {m.weights(sum)}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button onClick={() => setCriteria([...criteria, newCriterion(criteria)])}>{m.addCriterion}</Button>
          <Button type="submit" look="primary" busy={save.isPending}>
            {m.save}
          </Button>
        </div>
      </form>
      <SheetPreview document={draft} />
    </div>
  );
}
