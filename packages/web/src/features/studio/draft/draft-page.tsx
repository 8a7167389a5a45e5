import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { StudioDraft } from '@tidu/api/studio/drafts/contract';
import type { PolicyDoc } from '@tidu/rules';
import { useMemo } from 'react';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { OfficialsOnly } from '../../desk/officials-only.tsx';
import { PolicyProvider } from '../../policies/policy-words.tsx';
import { FindingsProvider } from '../checks/use-findings.tsx';
import { draftQuery, textQuery } from '../queries.ts';
import { StudioFailed } from '../studio-failed.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { DraftHeader } from './draft-header.tsx';
import { DraftTabs } from './draft-tabs.tsx';
import { type DraftDesk, DraftProvider, useDraftKeeper } from './use-draft.tsx';
import { useUndoKeys } from './use-undo-keys.ts';

export const Route = createLazyRoute('/studio/drafts/$draftId')({ component: DraftPage });

/** One draft with everything that is done to it, from its first figure to the day it takes effect. */
function DraftPage() {
  return (
    <OfficialsOnly>
      <OpenDraft />
    </OfficialsOnly>
  );
}

function OpenDraft() {
  const { draftId } = Route.useParams();
  const draft = useQuery(draftQuery(draftId));
  return (
    <div className="mx-auto w-full max-w-[110rem] px-[var(--space-page)] pt-5 pb-16">
      {draft.isPending && <Skeleton lines={12} />}
      {draft.isError && !draft.data && <StudioFailed error={draft.error} retry={() => void draft.refetch()} />}
      {draft.data && <Workspace key={draft.data.id} draft={draft.data} />}
    </div>
  );
}

function Workspace({ draft }: { readonly draft: StudioDraft }) {
  const { keeper, view } = useDraftKeeper(draft);
  const base = useQuery({ ...textQuery(draft.base ?? ''), enabled: draft.base !== null }).data;
  const doc = useMemo(() => completed(view.document), [view.document]);
  const desk = useMemo<DraftDesk>(
    () => ({
      draft,
      view,
      doc,
      base,
      keeper,
      mayEdit: draft.permitted.includes('edit') && !view.conflict,
      may: (action) => draft.permitted.includes(action),
      edit: (ops, summary) => keeper.edit(ops, summary),
    }),
    [draft, view, doc, base, keeper],
  );
  useUndoKeys(desk);
  return (
    <DraftProvider value={desk}>
      <PolicyProvider doc={doc}>
        <FindingsProvider>
          <DraftHeader />
          <DraftTabs tab={Route.useSearch().tab} at={Route.useSearch().at} />
          {view.conflict && <ConflictDialog conflict={view.conflict} />}
        </FindingsProvider>
      </PolicyProvider>
    </DraftProvider>
  );
}

const LISTS = ['facts', 'params', 'tiers', 'awards', 'stacks', 'pools'];

/** The engine counts on every list being there, which a text that is being put together may lack. */
function completed(document: Readonly<Record<string, unknown>>): PolicyDoc {
  const lists = LISTS.filter((key) => !Array.isArray(document[key])).map((key) => [key, []] as const);
  return { ...document, ...Object.fromEntries(lists) } as unknown as PolicyDoc;
}
