import { beforeEach, describe, expect, it } from 'vitest';
import { newDraft, readDraft, writeDraft } from './draft.ts';
import { keyOfDraft, listDrafts, recallDraft, removeDraft, saveDraft } from './draft-storage.ts';
import { GAZELLE } from './sample-firm.ts';

const draft = { ...newDraft('a'), name: '甲公司', savedAt: '2026-11-23T02:32:00.000Z', facts: GAZELLE };

beforeEach(() => localStorage.clear());

describe('readDraft', () => {
  it('gives back what was written', () => {
    const full = {
      ...draft,
      filing: '2026-05-01',
      fiscalYear: 2024,
      creditCode: '9133',
      typed: { 'q-x': '3千' },
      units: { x: 'yi' as const },
    };
    expect(readDraft(writeDraft(full))).toEqual({ draft: full });
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"format":1}',
    '{"format":1,"id":"a"}',
    '{"id":"a","facts":{}}',
    '{"format":1,"id":"","facts":{}}',
  ])('calls %s broken', (text) => expect(readDraft(text)).toEqual({ problem: 'broken' }));

  it('does not touch a newer format', () => {
    expect(readDraft(writeDraft(draft).replace('"format":1', '"format":2'))).toEqual({ problem: 'newer' });
  });

  it('leaves out single facts that are none', () => {
    const text = JSON.stringify({
      format: 1,
      id: 'a',
      facts: { good: { known: true }, bad: 7, worse: { known: null }, odd: { state: 'maybe' } },
    });
    const read = readDraft(text);
    expect('draft' in read && read.draft.facts).toEqual({ good: { known: true } });
  });

  it('leaves out a head that makes no sense', () => {
    const text = JSON.stringify({
      format: 1,
      id: 'a',
      facts: {},
      filing: 'soon',
      fiscalYear: 20.5,
      units: { x: 'ton' },
      typed: { y: 1 },
    });
    expect(readDraft(text)).toEqual({ draft: newDraft('a') });
  });
});

describe('draft storage', () => {
  it('lists the newest first and remembers the last one', () => {
    saveDraft(localStorage, draft);
    saveDraft(localStorage, { ...draft, id: 'b', savedAt: '2026-11-24T00:00:00.000Z' });
    expect(listDrafts(localStorage).drafts.map((d) => d.id)).toEqual(['b', 'a']);
    expect(recallDraft(localStorage)?.id).toBe('b');
  });

  it('keeps what cannot be read, and says so', () => {
    localStorage.setItem(keyOfDraft('x'), '{"half":');
    saveDraft(localStorage, draft);
    const { drafts, broken } = listDrafts(localStorage);
    expect(drafts).toHaveLength(1);
    expect(broken).toEqual([{ key: keyOfDraft('x'), text: '{"half":', problem: 'broken' }]);
    expect(localStorage.getItem(keyOfDraft('x'))).toBe('{"half":');
  });

  it('stores nothing for an empty draft and reports a full device', () => {
    expect(saveDraft(localStorage, newDraft('e'))).toBe(true);
    expect(localStorage.length).toBe(0);
    const full = {
      ...localStorage,
      length: 0,
      getItem: () => null,
      key: () => null,
      removeItem: () => {},
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    expect(saveDraft(full, draft)).toBe(false);
    expect(saveDraft(undefined, draft)).toBe(false);
  });

  it('removes one draft alone', () => {
    saveDraft(localStorage, draft);
    saveDraft(localStorage, { ...draft, id: 'b' });
    removeDraft(localStorage, 'b');
    expect(listDrafts(localStorage).drafts.map((d) => d.id)).toEqual(['a']);
  });
});
