import { useQuery } from '@tanstack/react-query';
import type { StoredCase, StudioCaseList } from '@tidu/api/studio/cases/contract';
import { useEffect, useState } from 'react';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Meter } from '../../../shared/ui/meter.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { casesQuery } from '../queries.ts';
import { StudioFailed } from '../studio-failed.tsx';
import { AdoptDialog } from './adopt-dialog.tsx';
import { CaseDialog } from './case-dialog.tsx';
import { CaseTable } from './case-table.tsx';
import { CoverageTable } from './coverage-table.tsx';
import { GenerateDialog } from './generate-dialog.tsx';
import { ImportCases } from './import-cases.tsx';

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
          <ImportCases />
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
