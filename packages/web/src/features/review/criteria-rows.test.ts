import type { ExplainNode } from '@tidu/rules';
import { expect, test } from 'vitest';
import { filtered, isOverrulable, rootsOf, rowsBelow } from './criteria-rows.ts';

const node = (kind: string, id: string, more: Partial<ExplainNode> = {}): ExplainNode => ({
  id,
  path: id,
  kind,
  verdict: 'yes',
  nearMiss: false,
  decisive: false,
  msg: { key: '', args: {} },
  cite: [],
  facts: [],
  needs: [],
  assumed: [],
  kids: [],
  ...more,
});

const leaf = node('cmp', 'leaf', { verdict: 'no' });
const gate = node('gate', 'gate', { kids: [leaf] });
const award = node('award', 'award', {
  kids: [node('all', 'shell', { kids: [gate, node('exists', 'open', { verdict: 'undetermined' })] })],
});
const tree = node('policy', 'p', { kids: [node('tier', 'tier'), award, node('pool', 'pool')] });

test('shows what the scheme is about, and everything where it names nothing', () => {
  expect(rootsOf(tree, [], ['award']).map(({ id }) => id)).toEqual(['award']);
  expect(rootsOf(tree, ['tier'], []).map(({ id }) => id)).toEqual(['tier']);
  expect(rootsOf(tree, [], []).map(({ id }) => id)).toEqual(['tier', 'award']);
});

test('leaves out what only repeats its parent', () => {
  expect(rowsBelow(award).map((row) => [row.node.id, row.depth])).toEqual([
    ['gate', 0],
    ['open', 0],
  ]);
});

test.each([
  ['all', ['gate', 'open']],
  ['unmet', []],
  ['open', ['open']],
] as const)('filters by %s', (filter, ids) => {
  expect(filtered(rowsBelow(award), filter).map((row) => row.node.id)).toEqual(ids);
});

test('a person decides conditions, not the totals that follow from them', () => {
  expect([leaf, gate, award, tree].map(isOverrulable)).toEqual([true, true, false, false]);
});
