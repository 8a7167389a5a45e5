import type { DraftContent, SavedDraft } from '@tidu/api/applications/drafts/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { RequestFailed } from '../../../shared/api/request-failed.ts';
import { sendJson } from '../../../shared/api/send-json.ts';
import { applicationPath } from '../queries.ts';

export type Saving =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly message: string }
  /** Somebody else, or another tab, was first: nothing is sent until the person decides. */
  | { readonly kind: 'conflict'; readonly code: string; readonly message: string };

const SAVE_AFTER_MS = 900;
const AGAIN_AFTER_MS = 8000;

export interface Autosave {
  readonly saving: Saving;
  readonly draftVersion: number;
  /** Saves what is not saved yet; the version then, or nothing where it did not work. */
  readonly flush: () => Promise<number | undefined>;
  /** Saves over a newer draft, because the person says so. */
  readonly overwrite: (draftVersion: number) => void;
}

/** Saves a draft a moment after each change, one saving at a time, always on top of the version that was seen. */
export function useAutosave(
  id: string,
  start: { readonly content: DraftContent; readonly draftVersion: number; readonly savedAt: string },
  content: DraftContent,
): Autosave {
  const [saving, setSaving] = useState<Saving>({ kind: 'saved', at: start.savedAt });
  const [version, setVersion] = useState(start.draftVersion);
  const now = useRef({ text: JSON.stringify(start.content), version: start.draftVersion });
  const latest = useRef(content);
  const running = useRef<Promise<number | undefined>>(undefined);
  const stopped = useRef(false);
  latest.current = content;

  const send = useCallback(async (): Promise<number | undefined> => {
    const text = JSON.stringify(latest.current);
    if (text === now.current.text) return now.current.version;
    if (stopped.current) return undefined;
    setSaving({ kind: 'saving' });
    try {
      const body = { content: latest.current, draftVersion: now.current.version };
      const saved = await sendJson<SavedDraft>('PUT', `${applicationPath(id)}/draft`, body);
      now.current = { text, version: saved.draftVersion };
      setVersion(saved.draftVersion);
      setSaving({ kind: 'saved', at: saved.savedAt });
      return saved.draftVersion;
    } catch (error) {
      const message = error instanceof Error ? error.message : '';
      const isConflict = error instanceof RequestFailed && error.status === 409;
      stopped.current = isConflict;
      setSaving(isConflict ? { kind: 'conflict', code: error.code, message } : { kind: 'failed', message });
      return undefined;
    }
  }, [id]);

  const flush = useCallback(async (): Promise<number | undefined> => {
    await running.current;
    running.current = send().finally(() => {
      running.current = undefined;
    });
    return running.current;
  }, [send]);

  const text = JSON.stringify(content);
  useEffect(() => {
    if (text === now.current.text) return;
    const timer = setTimeout(() => void flush(), saving.kind === 'failed' ? AGAIN_AFTER_MS : SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, saving.kind, flush]);
  useEffect(() => {
    const leave = (): void => void flush();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [flush]);

  const overwrite = (draftVersion: number): void => {
    stopped.current = false;
    now.current = { text: '', version: draftVersion };
    void flush();
  };
  return { saving, draftVersion: version, flush, overwrite };
}
