import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ImportedCases } from '@tidu/api/studio/cases/contract';
import type { FactDef, Locale, PolicyDoc } from '@tidu/rules';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { Button, buttonClass } from '../../../shared/ui/button.tsx';
import { useAnnouncer } from '../../../shared/ui/live-region.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { draftPath } from '../queries.ts';
import { sendFile } from '../send-file.ts';
import { saveSheetTemplate } from '../sheet-template.ts';

/** Cases from a sheet: a row each, with a column that says which tier must come out. */
export function ImportCases() {
  const m = useMessages(studioWorkMessages);
  const { draft } = useDraftDesk();
  const client = useQueryClient();
  const { show } = useAnnouncer();
  const send = useMutation({
    mutationFn: (file: File) => {
      const type = file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : 'application/octet-stream';
      return sendFile<ImportedCases>(`${draftPath(draft.id)}/cases/import`, file, type);
    },
    onSuccess: async ({ ids }) => {
      show(m.imported(ids.length));
      await client.invalidateQueries({ queryKey: ['studio', 'cases', draft.id] });
    },
  });
  return (
    <>
      <label className={`${buttonClass('secondary', 'dense')} cursor-pointer focus-within:outline-2`}>
        {m.importSheet}
        <input
          type="file"
          accept=".csv,.xlsx"
          className="sr-only"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file) send.mutate(file);
          }}
        />
      </label>
      <TemplateButton />
      <span className="text-caption text-ink-3">{m.importHint}</span>
      {send.isError && (
        <div className="basis-full">
          <Notice tone="error" title={send.error.message}>
            <ErrorLines error={send.error} />
          </Notice>
        </div>
      )}
      {send.data && send.data.skipped.length > 0 && (
        <div className="basis-full">
          <Notice tone="open" title={m.skippedRows(send.data.skipped.length)}>
            <ul className="text-small">
              {send.data.skipped.slice(0, 20).map(({ row, problems }) => (
                <li key={row}>{m.skippedRow(row, problems.join('；'))}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
    </>
  );
}

/** The sheet to fill, with the tiers of this text to choose from. */
function TemplateButton() {
  const m = useMessages(studioWorkMessages);
  const { locale } = useLocale();
  const { doc } = useDraftDesk();
  const column = {
    key: 'expected',
    type: 'enum' as const,
    label: { [locale]: m.expectedTier },
    header: { [locale]: m.expectedTier },
    def: expectedFact(doc, m, locale),
  };
  const download = useMutation({
    mutationFn: () => saveSheetTemplate(doc, m.caseTemplateFile, { locale, words: m.templateWords, extra: [column] }),
  });
  return (
    <Button size="dense" look="quiet" busy={download.isPending} onClick={() => download.mutate()}>
      {m.caseTemplate}
    </Button>
  );
}

/** The tiers as the choices of a question, so that the sheet offers them and explains the column. */
function expectedFact(
  doc: PolicyDoc,
  m: { readonly expectedTierQuestion: string; readonly expectedNone: string },
  locale: Locale,
): FactDef {
  const tiers = doc.tiers.map(({ id, label }) => ({ id, label: label ?? { [locale]: id } }));
  return {
    id: 'expected',
    type: 'enum',
    ifMissing: 'ask',
    domain: { values: [...tiers, { id: 'none', label: { [locale]: m.expectedNone } }] },
    ask: { group: 'identity', question: { [locale]: m.expectedTierQuestion } },
  };
}

function ErrorLines({ error }: { readonly error: Error }) {
  const details = 'details' in error ? (error.details as readonly { message: string; fix?: string }[]) : [];
  return (
    <ul className="text-small">
      {details.map(({ message, fix }) => (
        <li key={message}>{fix ? `${message}。${fix}` : message}</li>
      ))}
    </ul>
  );
}
