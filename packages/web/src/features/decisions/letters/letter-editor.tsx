import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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
import { LetterPreview } from './letter-preview.tsx';
import { ParagraphsField } from './paragraphs-field.tsx';
import { type ListedTemplate, previewQuery, templatesPath, templatesQuery } from './queries.ts';
import { useSettled } from './use-settled.ts';

interface LetterEditorProps {
  readonly template: ListedTemplate;
  readonly placeholders: readonly string[];
  readonly mayUseCase: boolean;
  readonly onSaved: (version: number) => void;
}

const LINES = ['title', 'numberPrefix', 'issuer'] as const;

/** A new version of a letter's text beside the letter it makes; a hole that nothing fills is told while one types. */
export function LetterEditor({ template, placeholders, mayUseCase, onSaved }: LetterEditorProps) {
  const m = useMessages(templateMessages);
  const client = useQueryClient();
  const { show } = useAnnouncer();
  const { kind, version } = template;
  const [draft, setDraft] = useState(template.document);
  const settled = useSettled(draft, 400);
  const unknown = useQuery(previewQuery(kind, settled, '')).data?.unknown ?? [];
  const save = useMutation({
    mutationFn: () => sendJson<{ version: number }>('POST', `${templatesPath}/${kind}`, draft),
    onSuccess: async (saved) => {
      show(m.saveDone(saved.version));
      await client.invalidateQueries(templatesQuery);
      onSaved(saved.version);
    },
  });
  const problems = save.error instanceof RequestFailed ? save.error.details : [];
  const fieldOf = (path: string): string => path.split('.')[0] ?? path;
  const holes = unknown.map(({ paragraph, name }) => m.unknown(paragraph + 1, name)).join('；');
  return (
    <div className="grid items-start gap-10 lg:grid-cols-2">
      <form
        noValidate
        className="space-y-6"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <h2 className="text-h2">{m.edit}</h2>
        <p className="text-ink-2">{m.basedOn(m.versionName(version))}</p>
        <ErrorSummary problems={problems.map(({ path, message }) => ({ field: fieldOf(path), message }))} />
        {save.error && problems.length === 0 && <Notice tone="error">{save.error.message}</Notice>}
        {LINES.map((line) => (
          <TextInput
            key={line}
            id={line}
            label={m[line]}
            hint={line === 'numberPrefix' ? m.numberHint : undefined}
            value={draft[line]}
            error={problems.find(({ path }) => path === line)?.message}
            onChange={(next) => setDraft({ ...draft, [line]: next })}
          />
        ))}
        <ParagraphsField
          paragraphs={draft.paragraphs}
          placeholders={placeholders}
          error={holes === '' ? undefined : holes}
          onChange={(paragraphs) => setDraft({ ...draft, paragraphs: [...paragraphs] })}
        />
        <Button type="submit" look="primary" busy={save.isPending}>
          {m.save}
        </Button>
      </form>
      <LetterPreview kind={kind} document={settled} mayUseCase={mayUseCase} />
    </div>
  );
}
