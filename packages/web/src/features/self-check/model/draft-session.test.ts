import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newDraft } from './draft.ts';
import { keyOfDraft, listDrafts } from './draft-storage.ts';

type Module = typeof import('./draft-session.ts');
let session: Module;

/** The session as a component sees it. */
function seen(): ReturnType<Module['useSession']> {
  let found: ReturnType<Module['useSession']> | undefined;
  const Reader = () => {
    found = session.useSession();
    return null;
  };
  renderToString(createElement(Reader));
  if (!found) throw new Error('not rendered');
  return found;
}

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-23T02:32:00Z') });
  localStorage.clear();
  vi.resetModules();
  session = await import('./draft-session.ts');
});
afterEach(() => vi.useRealTimers());

describe('draft session', () => {
  it('saves a moment after the last change, with its time', () => {
    session.answer('listed', { known: false });
    expect(seen().kept).toBe('waiting');
    expect(localStorage.length).toBe(0);
    vi.advanceTimersByTime(500);
    expect(seen()).toMatchObject({ kept: 'saved', draft: { savedAt: '2026-11-23T02:32:00.400Z' } });
    expect(listDrafts(localStorage).drafts[0]?.facts).toEqual({ listed: { known: false } });
  });

  it('saves what waits when the page goes away', () => {
    session.answer('listed', { known: true });
    window.dispatchEvent(new Event('pagehide'));
    expect(listDrafts(localStorage).drafts).toHaveLength(1);
  });

  it('never touches an own draft when a link is opened, even after a change', () => {
    session.answer('listed', { known: true });
    vi.advanceTimersByTime(500);
    const own = seen().draft.id;
    const before = localStorage.getItem(keyOfDraft(own));
    session.openAsNew({ ...newDraft(''), facts: { listed: { known: false } } }, true);
    expect(seen()).toMatchObject({ fromLink: true, kept: 'open' });
    expect(listDrafts(localStorage).drafts).toHaveLength(1);
    session.answer('founderLed', { known: true });
    vi.advanceTimersByTime(500);
    expect(localStorage.getItem(keyOfDraft(own))).toBe(before);
    expect(listDrafts(localStorage).drafts).toHaveLength(2);
  });

  it('fills and empties a series year by year', () => {
    session.answerYear('revenue', '2025', '5');
    session.answerYear('revenue', '2024', null);
    expect(seen().draft.facts.revenue).toEqual({ known: { 2025: '5', 2024: null } });
    session.answerYear('revenue', '2025', undefined);
    session.answerYear('revenue', '2024', undefined);
    expect(seen().draft.facts).not.toHaveProperty('revenue');
  });

  it('starts a year on top of "not known" for the whole series', () => {
    session.answer('revenue', { state: 'unknown' });
    session.answerYear('revenue', '2025', '5');
    expect(seen().draft.facts.revenue).toEqual({ known: { 2025: '5' } });
  });

  it('keeps what cannot be read as typed, until it can', () => {
    session.noteTyped('q-revenue-2025', '3千');
    expect(seen().draft.typed).toEqual({ 'q-revenue-2025': '3千' });
    session.noteTyped('q-revenue-2025', undefined);
    expect(seen().draft.typed).toEqual({});
  });

  it('shows what another window saved, unless something waits here', () => {
    session.answer('listed', { known: true });
    vi.advanceTimersByTime(500);
    const { id } = seen().draft;
    const other = JSON.stringify({ format: 1, id, facts: { listed: { known: false } }, savedAt: 'x' });
    const tell = () => window.dispatchEvent(new StorageEvent('storage', { key: keyOfDraft(id), newValue: other }));
    session.answer('founderLed', { known: true });
    tell();
    expect(seen().draft.facts.listed).toEqual({ known: true });
    vi.advanceTimersByTime(500);
    tell();
    expect(seen().draft.facts).toEqual({ listed: { known: false } });
  });

  it('opens the last draft again', async () => {
    session.answer('listed', { known: true });
    vi.advanceTimersByTime(500);
    vi.resetModules();
    session = await import('./draft-session.ts');
    expect(seen()).toMatchObject({ kept: 'saved', draft: { facts: { listed: { known: true } } } });
  });

  it('starts anew after the open draft is deleted', () => {
    session.answer('listed', { known: true });
    vi.advanceTimersByTime(500);
    session.forgetDraft(seen().draft.id);
    expect(seen()).toMatchObject({ kept: 'open', draft: { facts: {} } });
    expect(listDrafts(localStorage).drafts).toEqual([]);
  });
});
