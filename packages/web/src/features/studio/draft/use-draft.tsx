import type { PatchOp } from '@tidu/api/studio/contract';
import type { SavedStudioDraft, StudioAction, StudioDraft, StudioEditList } from '@tidu/api/studio/drafts/contract';
import type { PolicyDoc } from '@tidu/rules';
import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';
import { readJson } from '../../../shared/api/read-json.ts';
import { RequestFailed } from '../../../shared/api/request-failed.ts';
import { sendJson } from '../../../shared/api/send-json.ts';
import { draftPath } from '../queries.ts';
import { DraftKeeper, type DraftView, type DraftWire } from './draft-keeper.ts';

const REFRESH_MS = 20_000;

function wireOf(id: string): DraftWire {
  const at = draftPath(id);
  return {
    edit: (version, ops, summary) => sendJson<SavedStudioDraft>('POST', `${at}/edits`, { version, ops, summary }),
    replace: (version, document, summary) =>
      sendJson<SavedStudioDraft>('PUT', `${at}/document`, { version, document, summary }),
    step: (way, version) => sendJson<SavedStudioDraft>('POST', `${at}/${way}`, { version }),
    read: async () => {
      const [draft, { edits }] = await Promise.all([
        readJson<StudioDraft>(at),
        readJson<StudioEditList>(`${at}/edits?limit=20`),
      ]);
      return { draft, edits };
    },
    isConflict: (error) => error instanceof RequestFailed && error.status === 409,
  };
}

/** What every part of the workspace needs of the draft. */
export interface DraftDesk {
  readonly draft: StudioDraft;
  readonly view: DraftView;
  /** The text as a policy; parts may still be missing while it is put together. */
  readonly doc: PolicyDoc;
  readonly base: PolicyDoc | undefined;
  readonly keeper: DraftKeeper;
  readonly mayEdit: boolean;
  readonly may: (action: StudioAction) => boolean;
  readonly edit: (ops: readonly PatchOp[], summary: string) => void;
}

const DeskContext = createContext<DraftDesk | undefined>(undefined);
export const DraftProvider = DeskContext;

export function useDraftDesk(): DraftDesk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('outside DraftProvider');
  return desk;
}

/** Opens a draft for editing: saves what waits before the page is left, takes over what others save. */
export function useDraftKeeper(draft: StudioDraft): { readonly keeper: DraftKeeper; readonly view: DraftView } {
  const [keeper] = useState(() => new DraftKeeper(draft, wireOf(draft.id)));
  const view = useSyncExternalStore(keeper.listen, () => keeper.view);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') keeper.refresh().catch(() => {});
      else void keeper.flush();
    };
    const stay = (event: BeforeUnloadEvent): void => {
      if (keeper.view.save !== 'saved') event.preventDefault();
    };
    const timer = window.setInterval(look, REFRESH_MS);
    document.addEventListener('visibilitychange', look);
    window.addEventListener('beforeunload', stay);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('beforeunload', stay);
      void keeper.flush();
    };
  }, [keeper]);
  return { keeper, view };
}
