import { useEffect, useState } from 'react';
import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { newDraft } from '../model/draft.ts';
import { keepLinked, openAsNew, openDraft, useSession } from '../model/draft-session.ts';
import { deviceShelf, recallDraft } from '../model/draft-storage.ts';
import { hasShared, type ReadLink, readFragment } from '../model/share-link.ts';

/** Takes the fragment away, so that a reload or a copied address does not open the link again. */
const dropFragment = (): void =>
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);

/** Opens the answers of a shared link beside the person's own drafts, and says what happened. */
export function LinkNotice() {
  const m = useMessages(selfCheckMessages);
  const { fromLink } = useSession();
  const [problem, setProblem] = useState<Extract<ReadLink, { problem: string }>['problem']>();
  useEffect(() => {
    const open = async (): Promise<void> => {
      if (!hasShared(window.location.hash)) return;
      const read = await readFragment(window.location.hash);
      dropFragment();
      if ('problem' in read) setProblem(read.problem);
      else openAsNew({ ...newDraft(''), ...read.shared }, true);
    };
    void open();
    const again = (): void => void open();
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, []);
  if (problem) {
    const text = { broken: m.linkBroken, newer: m.linkNewer, long: m.linkLong }[problem];
    return (
      <div className="mb-6">
        <Notice tone="error">{text}</Notice>
      </div>
    );
  }
  if (!fromLink) return null;
  const own = recallDraft(deviceShelf());
  return (
    <div className="mb-6" data-screen-only="">
      <Notice tone="open" title={m.linkOpened}>
        <div className="mt-2 flex flex-wrap gap-3">
          <Button size="dense" onClick={() => keepLinked(m.linkName)}>
            {m.linkKeep}
          </Button>
          {own && (
            <Button size="dense" look="quiet" onClick={() => openDraft(own)}>
              {m.linkBack}
            </Button>
          )}
        </div>
      </Notice>
    </div>
  );
}
