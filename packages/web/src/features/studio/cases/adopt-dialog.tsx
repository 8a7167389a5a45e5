import type { StoredCase } from '@tidu/api/studio/cases/contract';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { ActDialog } from '../../../shared/ui/act-dialog.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { draftPath } from '../queries.ts';
import { withOutcomeNow } from './outcome-now.ts';
import { useProblemWords } from './tell-problem.ts';
import { useCaseChange } from './use-case-change.ts';

/** The cases a change of the rules was meant to change: read, then taken over as they come out now. */
export function AdoptDialog({
  cases,
  onClose,
}: {
  readonly cases: readonly StoredCase[];
  readonly onClose: () => void;
}) {
  const m = useMessages(studioWorkMessages);
  const tell = useProblemWords();
  const { draft, doc } = useDraftDesk();
  const ready = cases.flatMap((stored) => {
    const now = withOutcomeNow(doc, stored.case);
    return now ? [{ stored, now }] : [];
  });
  const adopt = useCaseChange(async () => {
    for (const { stored, now } of ready) await sendJson('PUT', `${draftPath(draft.id)}/cases/${stored.id}`, now);
  }, onClose);
  return (
    <ActDialog
      wide
      title={m.adoptTitle}
      lead={m.adoptLead}
      action={m.adopt(ready.length)}
      busy={adopt.isPending}
      error={adopt.error}
      isReady={ready.length > 0}
      onConfirm={() => adopt.mutate(undefined)}
      onClose={onClose}
    >
      <ul className="max-h-[50vh] divide-y divide-line overflow-auto">
        {cases.map((stored) => (
          <li key={stored.id} className="py-2">
            <p className="font-medium">{stored.case.name}</p>
            <p className="text-small text-ink-2">{stored.result?.problems.map(tell).join('；')}</p>
          </li>
        ))}
      </ul>
    </ActDialog>
  );
}
