import type { SchemeDocument } from '@tidu/api/schemes/contract';
import type { PolicyDoc } from '@tidu/rules';
import { expect, it } from 'vitest';
import { schemeLike } from './scheme-like.ts';

const words = { 'zh-CN': '事项', en: 'Scheme' };
const base = {
  id: 'old',
  label: words,
  policy: 'ladder',
  pool: 'talent',
  awards: ['grant'],
  tiers: [],
  ranks: true,
  materials: [
    { id: 'plan', label: words, kind: 'main', required: true },
    { id: 'audit', label: words, kind: 'main', required: true, whenFact: 'revenue' },
    { id: 'patent', label: words, kind: 'late', required: false, whenFact: 'patents' },
  ],
} as unknown as SchemeDocument;
const policy = (id: string, more: object) =>
  ({ id, facts: [{ id: 'revenue' }], tiers: [], pools: [], awards: [], ...more }) as unknown as PolicyDoc;
const named = { id: 'new', label: { 'zh-CN': '新事项', en: 'New scheme' } };

it('stays what it is under its own policy, but for its name', () => {
  expect(schemeLike(base, named, policy('ladder', { tiers: [{ id: 'start-up' }] }))).toEqual({ ...base, ...named });
});

it.each([
  [
    'a ladder',
    { tiers: [{ id: 'seed' }, { id: 'pioneer' }] },
    { tiers: ['seed', 'pioneer'], awards: [], ranks: false },
  ],
  ['pools', { pools: [{ id: 'p', awards: ['a'] }, { id: 'q' }] }, { pool: 'p', tiers: [], awards: ['a'], ranks: true }],
])('takes in what another policy has: %s', (_, has, expected) => {
  const made = schemeLike(base, named, policy('zone', has));
  expect(made).toMatchObject({ ...named, policy: 'zone', ...expected });
  expect('pool' in made).toBe('pool' in expected);
  expect(made.materials.map(({ id, whenFact }) => [id, whenFact])).toEqual([
    ['plan', undefined],
    ['audit', 'revenue'],
    ['patent', undefined],
  ]);
});
