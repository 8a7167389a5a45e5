import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { Library } from '@tidu/api/studio/library/contract';
import { useState } from 'react';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ButtonLink } from '../../../shared/ui/link.tsx';
import { useDocumentTitle } from '../../../shared/ui/page-header.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { OfficialsOnly } from '../../desk/officials-only.tsx';
import { libraryQuery } from '../queries.ts';
import { StudioFailed } from '../studio-failed.tsx';
import { LibraryTable } from './library-table.tsx';
import { NewDraftDialog, type StartFrom } from './new-draft-dialog.tsx';

export const Route = createLazyRoute('/studio')({ component: LibraryPage });

/** All policies with their versions and drafts, and the ways to begin a new one. */
function LibraryPage() {
  const m = useMessages(studioMessages);
  useDocumentTitle(m.title);
  return (
    <OfficialsOnly>
      <LibraryView />
    </OfficialsOnly>
  );
}

function LibraryView() {
  const m = useMessages(studioMessages);
  const library = useQuery(libraryQuery);
  const [start, setStart] = useState<StartFrom>();
  const mayEdit = library.data?.mayEdit ?? false;
  return (
    <div className="mx-auto w-full max-w-[100rem] px-[var(--space-page)] pt-6 pb-16">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div>
          <h1 tabIndex={-1} className="text-h2">
            {m.title}
          </h1>
          <p className="mt-1 max-w-prose text-ink-2">{m.lead}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <ButtonLink size="dense" to="/studio/compare">
            {m.compareTwo}
          </ButtonLink>
          {mayEdit && (
            <>
              <Button size="dense" onClick={() => setStart({ from: 'json' })}>
                {m.importJson}
              </Button>
              <Button size="dense" look="primary" onClick={() => setStart({ from: 'blank' })}>
                {m.newBlank}
              </Button>
            </>
          )}
        </div>
      </div>
      <div className="mt-5">
        {library.isPending && <Skeleton lines={10} />}
        {library.isError && <StudioFailed error={library.error} retry={() => void library.refetch()} />}
        {library.data && <Found library={library.data} onStart={setStart} />}
      </div>
      {start && <NewDraftDialog start={start} onClose={() => setStart(undefined)} />}
    </div>
  );
}

function Found({ library, onStart }: { readonly library: Library; readonly onStart: (start: StartFrom) => void }) {
  const m = useMessages(studioMessages);
  if (library.policies.length === 0) return <EmptyState title={m.noPolicies}>{m.noPoliciesText}</EmptyState>;
  return <LibraryTable library={library} onStart={onStart} />;
}
