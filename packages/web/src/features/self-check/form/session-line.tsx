import { lazy, Suspense, useState } from 'react';
import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { LockIcon } from '../../../shared/ui/icons.tsx';
import { ButtonLink } from '../../../shared/ui/link.tsx';
import { timeOf } from '../model/clock-time.ts';
import { useSession } from '../model/draft-session.ts';
import { deviceShelf, listDrafts } from '../model/draft-storage.ts';

const DraftsDialog = lazy(() => import('./drafts-dialog.tsx').then((m) => ({ default: m.DraftsDialog })));

/** Where the answers are kept, in plain sight: never uploaded, saved on this device at this time. */
export function SessionLine() {
  const m = useMessages(selfCheckMessages);
  const { draft, kept } = useSession();
  const [open, setOpen] = useState(false);
  const [broken] = useState(() => listDrafts(deviceShelf()).broken.length);
  const status =
    kept === 'waiting' ? m.saving : kept === 'saved' && draft.savedAt ? m.savedAt(timeOf(draft.savedAt)) : '';
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2 text-small">
      <p className="flex items-center gap-1.5 text-ink-2">
        <LockIcon className="size-4 text-celadon" />
        {m.privacy}
      </p>
      <p className="text-ink-2" data-testid="saved">
        {status || (kept === 'refused' ? '' : m.notSaved)}
      </p>
      <div className="flex flex-wrap gap-1 sm:ml-auto">
        <Button size="dense" look="quiet" onClick={() => setOpen(true)}>
          {m.drafts}
        </Button>
        <ButtonLink size="dense" look="quiet" to="/self-check/import">
          {m.importFigures}
        </ButtonLink>
      </div>
      {kept === 'refused' && (
        <p role="alert" className="basis-full text-seal">
          {m.refused}
        </p>
      )}
      {broken > 0 && (
        <p role="status" className="flex basis-full flex-wrap items-center gap-x-2 text-amber">
          {m.brokenNote(broken)}
          <Button size="dense" look="quiet" onClick={() => setOpen(true)}>
            {m.brokenOpen}
          </Button>
        </p>
      )}
      {open && (
        <Suspense>
          <DraftsDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
