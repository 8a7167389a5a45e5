import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pool } from '../policy/document.ts';
import { allocate } from './allocate.ts';
import type { Claim } from './claim.ts';
import { yuanOf } from './fen.ts';
import { whatIf } from './what-if.ts';

const pool = (over: Partial<Pool>): Pool => ({
  id: 'p',
  budget: '100',
  awards: [],
  order: [
    { by: 'score', dir: 'desc' },
    { by: 'at', dir: 'asc' },
  ],
  method: 'rankFull',
  ...over,
});
const claim = (id: string, want: string, score: string, at = '1'): Claim => ({ id, want, keys: { score, at } });
const of = (p: Pool, claims: readonly Claim[], id: string, points = '2') =>
  whatIf(p, claims, { points }).find((each) => each.id === id);

describe('whatIf', () => {
  const three = [claim('a', '60', '90'), claim('b', '50', '80'), claim('c', '40', '79.5')];

  it.each([
    ['a', { place: 1, got: '60', missesBy: '0', spares: '10' }],
    ['b', { place: 2, got: '0', missesBy: '10.01' }],
    ['c', { place: 3, got: '0', missesBy: '0.51', plus: { place: 2, got: '40' }, minus: { place: 3, got: '0' } }],
  ])('says of %s by how many points it misses or clears the line', (id, expected) => {
    expect(of(pool({}), three, id)).toMatchObject(expected);
  });

  it('needs no more than the same score where the next key decides for it', () => {
    const claims = [claim('a', '60', '90'), claim('b', '40', '80', '2'), claim('c', '40', '79', '1')];
    expect(of(pool({}), claims, 'c')).toMatchObject({ missesBy: '1' });
    expect(of(pool({}), claims, 'b')).toMatchObject({ missesBy: '0', spares: '0.99' });
  });

  it('has no line for a claim above the whole budget, nor where all share', () => {
    expect(of(pool({}), [claim('a', '101', '90')], 'a')).toEqual({
      id: 'a',
      place: 1,
      got: '0',
      plus: { place: 1, got: '0' },
      minus: { place: 1, got: '0' },
    });
    expect(of(pool({ method: 'proRata' }), three, 'c')).not.toHaveProperty('missesBy');
  });

  it('leaves a claim without a score where it is', () => {
    const none: Claim = { id: 'n', want: '10', keys: { at: '1' } };
    expect(of(pool({}), [none, ...three], 'n')).toEqual({ id: 'n', place: 4, got: '0' });
  });
});

describe('laws', () => {
  const METHODS = ['rankFull', 'rankPartialLast', 'fcfs', 'proRata', 'scoreWeighted'] as const;
  const fen = (max: number) => fc.integer({ min: 0, max }).map((n) => yuanOf(BigInt(n)));
  const score = fc.integer({ min: 0, max: 400 }).map((n) => String(n / 4));
  const plain = fc.record({
    budget: fen(20_000),
    method: fc.constantFrom(...METHODS),
    minGrant: fc.option(fen(1200), { nil: undefined }),
    quota: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined, freq: 3 }),
    order: fc.constantFrom<Pool['order']>(
      [{ by: 'score', dir: 'desc' }],
      [{ by: 'score', dir: 'asc' }],
      [
        { by: 'score', dir: 'desc' },
        { by: 'at', dir: 'asc' },
      ],
    ),
  });
  const anyPool = fc.tuple(plain, plain).map(([p, x]) => pool({ ...p, sub: [pool({ ...x, id: 'x' })] }));
  const anyClaims = fc
    .array(fc.tuple(fen(3000), score, fc.constantFrom('1', '2'), fc.boolean()), { minLength: 1, maxLength: 10 })
    .map((all) =>
      all.map(([want, points, at, isSub], i) => ({
        ...claim(`c${i}`, want, points, at),
        ...(isSub ? { sub: 'x' } : {}),
      })),
    );
  const amount = (p: Pool, claims: readonly Claim[], id: string) =>
    allocate(p, claims).grants.find((grant) => grant.id === id)?.got;
  const moved = (claims: readonly Claim[], id: string, by: number): readonly Claim[] =>
    claims.map((each) =>
      each.id === id ? { ...each, keys: { ...each.keys, score: String(Number(each.keys.score) + by) } } : each,
    );

  it('what-if-is-true: it gives what allocating again with that one claim changed gives', () => {
    fc.assert(
      fc.property(anyPool, anyClaims, fc.integer({ min: 1, max: 80 }), (p, claims, quarters) => {
        const n = quarters / 4;
        for (const each of whatIf(p, claims, { points: String(n) })) {
          expect(each.got).toBe(amount(p, claims, each.id));
          expect(each.plus?.got).toBe(amount(p, moved(claims, each.id, n), each.id));
          expect(each.minus?.got).toBe(amount(p, moved(claims, each.id, -n), each.id));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('line-is-true: with the points it lacks a claim is paid in full, with a step less it is not', () => {
    fc.assert(
      fc.property(anyPool, anyClaims, (p, claims) => {
        for (const { id, missesBy, spares } of whatIf(p, claims, { points: '1', step: '0.25' })) {
          if (missesBy === undefined) continue;
          const mine = claims.find((each) => each.id === id);
          const home = mine?.sub === 'x' ? p.sub?.[0] : p;
          const better = home?.order[0]?.dir === 'asc' ? -1 : 1;
          const isFull = (by: number) => amount(p, moved(claims, id, by * better), id) === mine?.want;
          expect(isFull(Number(missesBy))).toBe(true);
          if (missesBy !== '0') expect(isFull(Number(missesBy) - 0.25)).toBe(false);
          if (spares === undefined) continue;
          expect(isFull(-Number(spares))).toBe(true);
          expect(isFull(-Number(spares) - 0.25)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is quick where claims are ranked: a thousand at once take no thousand allocations', () => {
    const claims = Array.from({ length: 1000 }, (_, i) => claim(`c${i}`, '1', String((i * 37) % 101)));
    const many = whatIf(pool({ budget: '500' }), claims, { points: '1' });
    expect(many).toHaveLength(1000);
    expect(many.filter(({ got }) => got === '1')).toHaveLength(500);
  }, 5000);
});
