import type { SavedStudioDraft, StudioDraft } from '@tidu/api/studio/drafts/contract';
import { describe, expect, it } from 'vitest';
import { applyOps } from '../model/json-path.ts';
import { DraftKeeper, type DraftWire } from './draft-keeper.ts';

const by = { userId: 'u', name: '程拟稿', at: '2026-03-01T00:00:00.000Z' };
const first: StudioDraft = {
  id: 'd1',
  policyId: 'p',
  title: '草案',
  base: null,
  baseHash: null,
  state: 'draft',
  version: 1,
  hash: 'h',
  document: { pass: '60', list: ['a', 'b'] },
  parks: null,
  withdrawnBecause: null,
  problems: [],
  createdBy: by,
  updatedBy: by,
  canUndo: false,
  canRedo: false,
  permitted: ['edit'],
};

/** A server of one draft: saves where the version is the one it has, else refuses. */
function server() {
  const state = { draft: first, sent: 0, isDown: false };
  const save = (version: number, document: StudioDraft['document'], rebased = false): SavedStudioDraft => {
    if (state.isDown) throw new Error('offline');
    if (version !== state.draft.version) throw new RangeError('conflict');
    state.draft = { ...state.draft, document, version: version + 1 };
    state.sent++;
    return { ...state.draft, rebased, canUndo: true };
  };
  const wire: DraftWire = {
    edit: async (version, ops) => save(version, applyOps(state.draft.document, ops)),
    replace: async (version, document) => save(version, document),
    step: async (_, version) => save(version, first.document),
    read: async () => ({ draft: state.draft, edits: [] }),
    isConflict: (error) => error instanceof RangeError,
  };
  return { state, keeper: new DraftKeeper(first, wire, 5) };
}
const set = (value: string) => [{ op: 'replace' as const, path: 'pass', value }];

describe('a draft being edited', () => {
  it('shows a change at once and sends typing in one field as one change', async () => {
    const { state, keeper } = server();
    keeper.edit(set('6'), '及格线');
    keeper.edit(set('65'), '及格线');
    expect(keeper.view).toMatchObject({ document: { pass: '65' }, save: 'waiting' });
    await keeper.flush();
    expect(state.sent).toBe(1);
    expect(state.draft.document.pass).toBe('65');
    expect(keeper.view).toMatchObject({ version: 2, save: 'saved', document: { pass: '65' } });
  });

  it('keeps what is typed while the server is away and sends it when asked again', async () => {
    const { state, keeper } = server();
    state.isDown = true;
    keeper.edit(set('70'), '及格线');
    await keeper.flush();
    expect(keeper.view.save).toBe('failed');
    expect(keeper.view.document.pass).toBe('70');
    state.isDown = false;
    await keeper.flush();
    expect(state.draft.document.pass).toBe('70');
  });

  it('never overwrites: both texts are kept until a person chooses', async () => {
    const { state, keeper } = server();
    state.draft = { ...first, version: 2, document: { pass: '61', list: ['a'] } };
    keeper.edit(set('70'), '及格线');
    await keeper.flush();
    expect(keeper.view.save).toBe('conflict');
    expect(state.draft.document.pass).toBe('61');
    expect(keeper.view.conflict).toMatchObject({
      mine: { pass: '70', list: ['a', 'b'] },
      theirs: { document: { pass: '61' } },
      merged: { pass: '70', list: ['a'] },
    });
    await keeper.settle('merged');
    expect(state.draft.document).toEqual({ pass: '70', list: ['a'] });
    expect(keeper.view).toMatchObject({ save: 'saved', version: 3, conflict: undefined });
  });

  it('takes their text where that is chosen', async () => {
    const { state, keeper } = server();
    state.draft = { ...first, version: 2, document: { pass: '61', list: [] } };
    keeper.edit(set('70'), '及格线');
    await keeper.flush();
    await keeper.settle('theirs');
    expect(keeper.view).toMatchObject({ document: { pass: '61' }, version: 2, save: 'saved' });
    expect(state.sent).toBe(0);
  });

  it('saves what waits before a change is taken back', async () => {
    const { state, keeper } = server();
    keeper.edit(set('70'), '及格线');
    await keeper.step('undo');
    expect(state.sent).toBe(2);
    expect(keeper.view.document.pass).toBe('60');
  });
});
