import { describe, expect, test } from 'vitest';
import { age, all, any, cmp, fact, growth, is, scored, smallPolicy, tier } from '../../testing/small-policy.ts';
import type { Pred } from '../policy/document.ts';
import { boxesOf, type Goal, routePred } from './boxes.ts';
import { openCheck } from './context.ts';

const c = openCheck(smallPolicy({ tiers: [tier('t', {})] }), {});
const yes = (node: Pred): Goal => ({ node, want: true });
const no = (node: Pred): Goal => ({ node, want: false });
const rate = (op: 'ge' | 'gt' | 'le' | 'lt' | 'eq' | 'ne', n: string): Pred => cmp(fact('rate'), op, n, 'ratio');
const staff = (op: 'gt' | 'lt' | 'ge', n: string): Pred => cmp(fact('staff'), op, n, 'people');
const grows = (op: 'ge' | 'lt', n: string): Pred => cmp(growth, op, n, 'ratio');
const years = (op: 'gt' | 'lt', n: string): Pred => cmp(age, op, n, 'years');
const notNumber = { k: 'any', of: [rate('ge', '0.5'), rate('lt', '0.5')] } as const;

describe('no box, no firm', () => {
  test.each<[string, readonly Goal[]]>([
    ['below and from one figure', [yes(rate('lt', '0.5')), yes(rate('ge', '0.5'))]],
    ['above and up to one figure', [yes(rate('gt', '0.5')), yes(rate('le', '0.5'))]],
    ['another figure than the one asked', [yes(rate('eq', '0.5')), yes(rate('ne', '0.5'))]],
    ['beyond the bounds of the fact', [yes(rate('gt', '1'))]],
    ['between two people', [yes(staff('gt', '5')), yes(staff('lt', '6'))]],
    ['between two years of age', [yes(years('gt', '5')), yes(years('lt', '6'))]],
    ['one rate of growth against itself', [yes(grows('ge', '20%')), yes(grows('lt', '0.2'))]],
    ['two words at once', [yes(is('field', 'a')), yes(is('field', 'b', 'c'))]],
    [
      'none of all words and one of them',
      [no(is('field', 'a', 'b')), no(is('field', 'c')), yes(is('field', 'a', 'b', 'c'))],
    ],
    ['yes and no', [yes(is('flag')), yes(is('flag', 'false'))]],
    [
      'two of three that exclude each other',
      [yes({ k: 'atLeast', n: 2, of: [is('field', 'a'), is('field', 'b'), is('field', 'c')] })],
    ],
    ['a condition and its contrary', [yes({ k: 'provided', fact: 'worth' }), no({ k: 'provided', fact: 'worth' })]],
    ['a score above what it gives', [yes(routePred(scored({ k: 'bonus', when: is('flag'), out: '50' })))]],
    [
      'every alternative closed',
      [yes(any(rate('gt', '0.5'), rate('lt', '0.1'))), yes(rate('ge', '0.1')), yes(rate('le', '0.5'))],
    ],
  ])('%s', (_, goals) => {
    expect(boxesOf(c, goals)).toEqual([]);
  });

  test.each<[string, readonly Goal[]]>([
    ['exactly one figure', [yes(rate('le', '0.5')), yes(rate('ge', '0.5'))]],
    ['between two figures that may have decimals', [yes(rate('gt', '0.5')), yes(rate('lt', '0.51'))]],
    ['a comparison that does not hold because its figure does not apply', [no(notNumber)]],
    [
      'neither of a word and all others, for the answer may not apply',
      [no(is('field', 'a')), no(is('field', 'b', 'c'))],
    ],
    ['two figures that are not the same', [yes(rate('gt', '0.5')), yes(cmp(fact('worth'), 'lt', '1'))]],
    ['two of three', [yes({ k: 'atLeast', n: 2, of: [is('flag'), is('bad'), is('field', 'a')] })]],
    ['nothing asked', [yes(all())]],
  ])('but not: %s', (_, goals) => {
    expect(boxesOf(c, goals)?.length).toBeGreaterThan(0);
  });

  test('too many ways prove nothing', () => {
    const many = Array.from({ length: 9 }, (_, i) =>
      yes(any(rate('ge', `0.${i + 1}`), cmp(fact('worth'), 'ge', String(i)))),
    );
    expect(boxesOf(c, many)).toBeUndefined();
  });
});
