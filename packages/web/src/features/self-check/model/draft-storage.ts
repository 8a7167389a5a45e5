import { type Draft, isEmptyDraft, readDraft, writeDraft } from './draft.ts';

const PREFIX = 'tidu.self-check.draft.';
const CURRENT = 'tidu.self-check.current';

/** A stored text that cannot be opened; it stays where it is until the person removes it. */
export interface BrokenDraft {
  readonly key: string;
  readonly text: string;
  readonly problem: 'broken' | 'newer';
}

export interface StoredDrafts {
  /** Newest first. */
  readonly drafts: readonly Draft[];
  readonly broken: readonly BrokenDraft[];
}

/** Where drafts are kept: the browser's storage, or nothing where it is switched off. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export function deviceShelf(): Shelf | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

export const keyOfDraft = (id: string): string => `${PREFIX}${id}`;

/** One key per draft, so that two windows never overwrite each other's list. */
export function listDrafts(shelf: Shelf | undefined): StoredDrafts {
  const drafts: Draft[] = [];
  const broken: BrokenDraft[] = [];
  const keys = Array.from({ length: shelf?.length ?? 0 }, (_, i) => shelf?.key(i) ?? '');
  for (const key of keys.filter((each) => each.startsWith(PREFIX))) {
    const text = shelf?.getItem(key) ?? '';
    const read = readDraft(text);
    if ('draft' in read) drafts.push({ ...read.draft, id: key.slice(PREFIX.length) });
    else broken.push({ key, text, problem: read.problem });
  }
  return { drafts: drafts.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1)), broken };
}

/** False where the device refuses (storage off or full). An empty draft takes no room. */
export function saveDraft(shelf: Shelf | undefined, draft: Draft): boolean {
  if (isEmptyDraft(draft) && draft.name === '') return true;
  try {
    shelf?.setItem(keyOfDraft(draft.id), writeDraft(draft));
    shelf?.setItem(CURRENT, draft.id);
    return shelf !== undefined;
  } catch {
    return false;
  }
}

export function removeKey(shelf: Shelf | undefined, key: string): void {
  try {
    shelf?.removeItem(key);
  } catch {
    // Nothing can be removed where nothing can be kept.
  }
}

export const removeDraft = (shelf: Shelf | undefined, id: string): void => removeKey(shelf, keyOfDraft(id));

/** The draft last worked on, if it can be read. */
export function recallDraft(shelf: Shelf | undefined): Draft | undefined {
  const id = shelf?.getItem(CURRENT);
  if (!id) return undefined;
  const read = readDraft(shelf?.getItem(keyOfDraft(id)) ?? '');
  return 'draft' in read ? read.draft : undefined;
}
