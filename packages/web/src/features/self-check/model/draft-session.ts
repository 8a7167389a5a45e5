import type { FactState, Id } from '@tidu/rules';
import { useSyncExternalStore } from 'react';
import type { MoneyUnit } from '../../../shared/format/money-unit.ts';
import { type Draft, newDraft, readDraft } from './draft.ts';
import { deviceShelf, keyOfDraft, recallDraft, removeDraft, saveDraft } from './draft-storage.ts';

/** The draft being worked on, and whether the device has it. */
export interface Session {
  readonly draft: Draft;
  /** `open`: nothing to save yet, or opened from a link and not yet kept. */
  readonly kept: 'open' | 'waiting' | 'saved' | 'refused';
  /** Opened from a link: no other draft is touched. */
  readonly fromLink: boolean;
  /** The form serves another page, which keeps what is filled in; the device is not touched. */
  readonly lentTo?: (draft: Draft) => void;
}

const SAVE_AFTER_MS = 400;
const listeners = new Set<() => void>();
let session: Session | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

const newId = (): string => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

function start(): Session {
  const draft = recallDraft(deviceShelf());
  if (typeof window !== 'undefined') {
    window.addEventListener('pagehide', saveNow);
    window.addEventListener('storage', adopt);
  }
  return { draft: draft ?? newDraft(newId()), kept: draft ? 'saved' : 'open', fromLink: false };
}

const current = (): Session => {
  session ??= start();
  return session;
};

function set(next: Session): void {
  session = next;
  for (const listener of listeners) listener();
}

/** Another window saved the same draft: show what it has, unless something here waits to be saved. */
function adopt(event: StorageEvent): void {
  const now = current();
  if (now.lentTo || event.key !== keyOfDraft(now.draft.id) || now.kept === 'waiting' || event.newValue === null) return;
  const read = readDraft(event.newValue);
  if ('draft' in read) set({ ...now, draft: read.draft, kept: 'saved' });
}

/** Writes what waits to be saved. */
export function saveNow(): void {
  clearTimeout(timer);
  const { draft, kept } = current();
  if (kept !== 'waiting') return;
  const saved = { ...draft, savedAt: new Date().toISOString() };
  const done = saveDraft(deviceShelf(), saved);
  set({ draft: done ? saved : draft, kept: done ? 'saved' : 'refused', fromLink: false });
}

/** Changes the draft and saves it a moment later. */
export function changeDraft(change: (draft: Draft) => Draft): void {
  const now = current();
  const draft = change(now.draft);
  if (draft === now.draft) return;
  if (now.lentTo) {
    set({ ...now, draft });
    now.lentTo(draft);
    return;
  }
  set({ draft, kept: 'waiting', fromLink: now.fromLink });
  clearTimeout(timer);
  timer = setTimeout(saveNow, SAVE_AFTER_MS);
}

/**
 * Lends the questions of the form to another page: `draft` is what they show, every change goes to `onChange` and nothing
 * is kept on the device. Returns the way back.
 */
export function lendForm(draft: Draft, onChange: (draft: Draft) => void): () => void {
  saveNow();
  const before = current();
  set({ draft, kept: 'open', fromLink: false, lentTo: onChange });
  return () => set(before);
}

/** Puts another draft before the person; what was open is saved first. */
export function openDraft(draft: Draft, fromLink = false): void {
  saveNow();
  set({ draft, kept: fromLink || draft.savedAt === '' ? 'open' : 'saved', fromLink });
  if (!fromLink) saveDraft(deviceShelf(), draft);
}

export const startNewDraft = (): void => openDraft(newDraft(newId()));
export const openAsNew = (content: Omit<Draft, 'id' | 'savedAt'>, fromLink = false): void =>
  openDraft({ ...content, id: newId(), savedAt: '' }, fromLink);

/** Keeps a draft that came by link as one of its own. */
export const keepLinked = (name: string): void => changeDraft((draft) => ({ ...draft, name: draft.name || name }));

export function forgetDraft(id: string): void {
  removeDraft(deviceShelf(), id);
  if (current().draft.id === id) {
    clearTimeout(timer);
    set({ draft: newDraft(newId()), kept: 'open', fromLink: false });
  }
}

/** Answers a question; `undefined` takes the answer back. */
export const answer = (id: Id, state: FactState | undefined): void =>
  changeDraft((draft) => ({ ...draft, facts: withFact(draft.facts, id, state) }));

/** Answers one year of a series: text, `null` for not known, `undefined` to take it back. */
export const answerYear = (id: Id, year: string, value: string | null | undefined): void =>
  changeDraft((draft) => {
    const state = draft.facts[id];
    const before = state && 'known' in state && typeof state.known === 'object' ? state.known : {};
    const { [year]: _old, ...others } = before as Record<string, string | null>;
    const years = value === undefined ? others : { ...others, [year]: value };
    const next = Object.keys(years).length === 0 ? undefined : { known: years };
    return { ...draft, facts: withFact(draft.facts, id, next) };
  });

/** Remembers a figure that cannot be read yet; `undefined` once it can. */
export const noteTyped = (field: string, text: string | undefined): void =>
  changeDraft((draft) =>
    draft.typed[field] === text ? draft : { ...draft, typed: without(draft.typed, field, text) },
  );

export const chooseUnit = (ids: readonly Id[], unit: MoneyUnit): void =>
  changeDraft((draft) => ({ ...draft, units: { ...draft.units, ...Object.fromEntries(ids.map((id) => [id, unit])) } }));

function without<T>(all: Readonly<Record<string, T>>, key: string, value: T | undefined): Readonly<Record<string, T>> {
  const { [key]: _old, ...others } = all;
  return value === undefined ? others : { ...others, [key]: value };
}

const withFact = (facts: Draft['facts'], id: Id, state: FactState | undefined): Draft['facts'] =>
  without(facts, id, state);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The draft being worked on; every component that reads it sees the same. */
export const useSession = (): Session => useSyncExternalStore(subscribe, current, current);
