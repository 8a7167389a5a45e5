import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ImportedCases, StoredCase, StudioCaseList } from '@tidu/api/studio/cases/contract';
import { useEffect, useState } from 'react';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { Button, buttonClass } from '../../../shared/ui/button.tsx';
import { useAnnouncer } from '../../../shared/ui/live-region.tsx';
import { Meter } from '../../../shared/ui/meter.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { casesQuery, draftPath } from '../queries.ts';
import { sendFile } from '../send-file.ts';
import { StudioFailed } from '../studio-failed.tsx';
import { AdoptDialog } from './adopt-dialog.tsx';
import { CaseDialog } from './case-dialog.tsx';
import { CaseTable } from './case-table.tsx';
import { CoverageTable } from './coverage-table.tsx';
import { GenerateDialog } from './generate-dialog.tsx';

/** Worked cases: what must come out for which firm, whether it does, and which rules no case has touched. */
export default function CasesTab() {
  const m = useMessages(studioWorkMessages);
  const { draft, view, keeper, mayEdit } = useDraftDesk();
  const cases = useQuery({ ...casesQuery(draft.id), enabled: view.save === 'saved' });
  const { refetch } = cases;
  const [edits, setEdits] = useState<StoredCase | 'new'>();
  const [generates, setGenerates] = useState(false);
  const [adopts, setAdopts] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text gives other results
  useEffect(() => {
    void keeper.flush().then(() => refetch());
  }, [view.version, keeper, refetch]);
  if (view.problems.length > 0) return <Notice tone="open">{m.notRunnable}</Notice>;
  if (cases.isError && !cases.data) return <StudioFailed error={cases.error} retry={() => void refetch()} />;
  if (!cases.data) return <Skeleton lines={8} />;
  return (
    <div className="space-y-5">
      <Overview list={cases.data} />
      {mayEdit && (
        <div className="flex flex-wrap items-center gap-2">
          <Button size="dense" look="primary" onClick={() => setEdits('new')}>
            {m.addCase}
          </Button>
          <Button size="dense" onClick={() => setGenerates(true)}>
            {m.generate}
          </Button>
          <ImportButton />
          {cases.data.failed > 0 && (
            <Button size="dense" onClick={() => setAdopts(true)}>
              {m.adoptFailing(cases.data.failed)}
            </Button>
          )}
          <Button size="dense" look="quiet" busy={cases.isFetching} onClick={() => void refetch()}>
            {m.runAgain}
          </Button>
        </div>
      )}
      <CaseTable list={cases.data} onOpen={setEdits} />
      <CoverageTable list={cases.data} />
      {edits && <CaseDialog stored={edits === 'new' ? undefined : edits} onClose={() => setEdits(undefined)} />}
      {adopts && (
        <AdoptDialog
          cases={cases.data.cases.filter(({ result }) => result?.ok === false)}
          onClose={() => setAdopts(false)}
        />
      )}
      {generates && <GenerateDialog onClose={() => setGenerates(false)} />}
    </div>
  );
}

function Overview({ list }: { readonly list: StudioCaseList }) {
  const m = useMessages(studioWorkMessages);
  const text = useText();
  const { coverage } = list;
  return (
    <div className="grid gap-6 md:grid-cols-[16rem_16rem_minmax(0,1fr)]">
      <Meter label={m.passed} value={list.passed} max={list.passed + list.failed} />
      <Meter label={m.covered} value={coverage.both} max={coverage.all} />
      <div>
        {list.failed > 0 && <p className="text-small font-medium text-seal">{m.someFail(list.failed)}</p>}
        {list.missing.length > 0 && (
          <p className="text-small text-amber">
            {m.missingCases(
              list.missing.map(({ label, tier, lacks }) => m.lacks[lacks](text(label) || tier)).join('；'),
            )}
          </p>
        )}
      </div>
    </div>
  );
}

/** Cases from a sheet: a row each, with a column that says which tier must come out. */
function ImportButton() {
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
