import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pools as en } from '../messages/en/pools.ts';
import { pools as zh } from '../messages/zh-CN/pools.ts';
import type { Pool } from '../policy/document.ts';
import { allocate } from './allocate.ts';
import type { Allocation, Claim, PoolOutcome } from './claim.ts';
import { fenOf, smallerFen, yuanOf } from './fen.ts';

const METHODS = ['rankFull', 'rankPartialLast', 'fcfs', 'proRata', 'scoreWeighted'] as const;
const pool = (over: Partial<Pool>): Pool => ({
  id: 'p',
  budget: '100',
  awards: ['grant'],
  order: [{ by: 'score', dir: 'desc' }],
  method: 'rankFull',
  ...over,
});
const claim = (id: string, want: string, score?: string, over: Partial<Claim> = {}): Claim => ({
  id,
  want,
  keys: score === undefined ? {} : { score },
  ...over,
});
const got = (a: Allocation) => Object.fromEntries(a.grants.map((g) => [g.id, g.got]));
const why = (a: Allocation) => Object.fromEntries(a.grants.map((g) => [g.id, g.why.key]));

describe('by rank', () => {
  const three = [claim('a', '60', '90'), claim('b', '50', '80'), claim('c', '10', '70')];

  it('rankFull ends at the first claim that does not fit and lets no smaller one through', () => {
    const r = allocate(pool({}), three);
    expect(got(r)).toEqual({ a: '60', b: '0', c: '0' });
    expect(why(r)).toEqual({ a: 'pools.full', b: 'pools.doesNotFit', c: 'pools.behindCutoff' });
    expect(r).toMatchObject({ paid: '60', left: '40', cutoff: { at: 'b', before: 'a', tied: [] } });
  });

  it.each([
    ['109.99', { a: '60', b: '0', c: '0' }, '49.99'],
    ['110', { a: '60', b: '50', c: '0' }, '0'],
    ['110.01', { a: '60', b: '50', c: '0' }, '0.01'],
    ['119.99', { a: '60', b: '50', c: '0' }, '9.99'],
    ['120', { a: '60', b: '50', c: '10' }, '0'],
    ['120.01', { a: '60', b: '50', c: '10' }, '0.01'],
  ])('rankFull with %s', (budget, expected, left) => {
    const r = allocate(pool({ budget }), three);
    expect(got(r)).toEqual(expected);
    expect(r.left).toBe(left);
  });

  it('rankPartialLast gives what is left to the first that does not fit, and nothing to the next', () => {
    const r = allocate(pool({ method: 'rankPartialLast' }), three);
    expect(got(r)).toEqual({ a: '60', b: '40', c: '0' });
    expect(why(r)).toEqual({ a: 'pools.full', b: 'pools.rest', c: 'pools.behindCutoff' });
    expect(r).toMatchObject({ left: '0', cutoff: { at: 'b', before: 'a' } });
  });

  it.each([
    ['39.99', '40'],
    ['40', '40'],
    ['40.01', '0'],
    ['40.001', '0'],
  ])('rankPartialLast with a smallest grant of %s pays a rest of %s', (minGrant, rest) => {
    expect(got(allocate(pool({ method: 'rankPartialLast', minGrant }), three)).b).toBe(rest);
  });

  it('says that the pool is spent where nothing is left', () => {
    const r = allocate(pool({ budget: '60', method: 'rankPartialLast' }), three);
    expect(why(r)).toMatchObject({ b: 'pools.spent' });
  });

  it('fcfs goes by time', () => {
    const at = (id: string, time: string): Claim => ({ id, want: '40', keys: { at: time } });
    const claims = [
      at('late', '2026-03-02T08:00:00Z'),
      at('early', '2026-03-01T23:59:59Z'),
      at('latest', '2026-03-02T08:00:01Z'),
    ];
    expect(got(allocate(pool({ method: 'fcfs', order: [{ by: 'at', dir: 'asc' }] }), claims))).toEqual({
      early: '40',
      late: '40',
      latest: '0',
    });
  });

  it('compares scores as numbers and puts a missing score last, either way', () => {
    const claims = [claim('a', '60', '9'), claim('b', '60', '10'), claim('c', '60')];
    expect(allocate(pool({}), claims).grants.map((g) => g.id)).toEqual(['b', 'a', 'c']);
    expect(allocate(pool({ order: [{ by: 'score', dir: 'asc' }] }), claims).grants.map((g) => g.id)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('breaks a tie by the next key, then by id, and says so', () => {
    const order = [
      { by: 'score', dir: 'desc' },
      { by: 'filed', dir: 'asc' },
    ] as const;
    const filed = (id: string, day: string): Claim => ({ id, want: '60', keys: { score: '80', filed: day } });
    const first = allocate(pool({ order }), [filed('a', '2026-03-02'), filed('b', '2026-03-01')]);
    expect(got(first)).toEqual({ b: '60', a: '0' });
    expect(first.cutoff?.tied).toEqual([]);
    const tied = allocate(pool({ order }), [filed('b', '2026-03-01'), filed('a', '2026-03-01.0')]);
    expect(tied.cutoff?.tied).toEqual([]);
    const same = allocate(pool({ order }), [filed('b', '2026-03-01'), filed('a', '2026-03-01')]);
    expect(got(same)).toEqual({ a: '60', b: '0' });
    expect(same.cutoff).toEqual({ at: 'b', before: 'a', tied: ['a', 'b'] });
  });

  it('treats 80 and 80.0 as the same score', () => {
    expect(allocate(pool({}), [claim('a', '60', '80.0'), claim('b', '60', '80')]).cutoff?.tied).toEqual(['a', 'b']);
  });
});

describe('by share', () => {
  it('proRata gives everyone the same fraction', () => {
    const r = allocate(pool({ method: 'proRata', budget: '90' }), [
      claim('a', '60'),
      claim('b', '30'),
      claim('c', '90'),
    ]);
    expect(got(r)).toEqual({ a: '30', b: '15', c: '45' });
    expect(r.grants[0]?.why).toEqual({ key: 'pools.proRata', args: { got: '30', want: '60', percent: '50' } });
    expect(r.left).toBe('0');
  });

  it('proRata gives whole claims when there is enough', () => {
    const r = allocate(pool({ method: 'proRata', budget: '180.01' }), [
      claim('a', '60'),
      claim('b', '30'),
      claim('c', '90'),
    ]);
    expect(got(r)).toEqual({ a: '60', b: '30', c: '90' });
    expect(r).toMatchObject({ left: '0.01' });
    expect(r.cutoff).toBeUndefined();
  });

  it('hands out the last 分 by largest remainder, then by id', () => {
    expect(
      got(allocate(pool({ method: 'proRata', budget: '1' }), [claim('b', '5'), claim('c', '5'), claim('a', '5')])),
    ).toEqual({
      a: '0.34',
      b: '0.33',
      c: '0.33',
    });
    // 0.02 × 1/4 = 0.005 and 0.02 × 3/4 = 0.015: equal remainders, so the smaller id gets the odd 分.
    expect(got(allocate(pool({ method: 'proRata', budget: '0.02' }), [claim('b', '1'), claim('a', '3')]))).toEqual({
      a: '0.02',
      b: '0',
    });
    // 0.10 × 1/3 and 0.10 × 2/3: remainders 1/3 and 2/3.
    expect(got(allocate(pool({ method: 'proRata', budget: '0.10' }), [claim('a', '1'), claim('b', '2')]))).toEqual({
      a: '0.03',
      b: '0.07',
    });
  });

  it('proRata drops the smallest claims while a share is under the smallest grant, and pours again', () => {
    const claims = [claim('a', '20'), claim('b', '100'), claim('c', '80')];
    // Half of each: a would get 10.
    expect(got(allocate(pool({ method: 'proRata', minGrant: '10' }), claims))).toEqual({ a: '10', b: '50', c: '40' });
    const r = allocate(pool({ method: 'proRata', minGrant: '10.01' }), claims);
    expect(got(r)).toEqual({ a: '0', b: '55.56', c: '44.44' });
    expect(why(r)).toMatchObject({ a: 'pools.shareTooSmall' });
    expect(r.cutoff).toEqual({ at: 'a', before: 'c', tied: [] });
  });

  it('drops one of two equal claims when that is enough, the worse placed one, and reports a tie', () => {
    const r = allocate(pool({ method: 'proRata', minGrant: '51' }), [claim('a', '80', '1'), claim('b', '80', '2')]);
    expect(got(r)).toEqual({ a: '0', b: '80' });
    expect(r).toMatchObject({ left: '20', cutoff: { at: 'a', before: 'b', tied: [] } });
    const tied = allocate(pool({ method: 'proRata', minGrant: '51' }), [claim('b', '80', '1'), claim('a', '80', '1')]);
    expect(got(tied)).toEqual({ a: '80', b: '0' });
    expect(tied.cutoff).toEqual({ at: 'b', before: 'a', tied: ['a', 'b'] });
  });

  it('refuses a claim under the smallest grant, and only that', () => {
    const r = allocate(pool({ method: 'proRata', minGrant: '10' }), [
      claim('a', '9.99'),
      claim('b', '10'),
      claim('c', '10.01'),
    ]);
    expect(got(r)).toEqual({ a: '0', b: '10', c: '10.01' });
    expect(why(r).a).toBe('pools.claimTooSmall');
  });

  it('scoreWeighted pours what a full claim cannot take into the others', () => {
    const claims = [claim('a', '10', '50'), claim('b', '100', '30'), claim('c', '100', '20')];
    const r = allocate(pool({ method: 'scoreWeighted' }), claims);
    expect(got(r)).toEqual({ a: '10', b: '54', c: '36' });
    expect(why(r)).toEqual({ a: 'pools.whole', b: 'pools.byScore', c: 'pools.byScore' });
  });

  it('scoreWeighted takes fractions as scores and gives nothing without one', () => {
    const claims = [
      claim('a', '100', '1/3'),
      claim('b', '100', '0.5'),
      claim('c', '100'),
      claim('d', '100', '-5'),
      claim('e', '100', 'good'),
    ];
    const r = allocate(pool({ method: 'scoreWeighted' }), claims);
    expect(got(r)).toEqual({ a: '40', b: '60', c: '0', d: '0', e: '0' });
    expect(why(r).c).toBe('pools.noWeight');
  });

  it('scoreWeighted with a smallest grant drops the smallest score', () => {
    const claims = [claim('a', '100', '50'), claim('b', '100', '40'), claim('c', '100', '10')];
    expect(got(allocate(pool({ method: 'scoreWeighted', minGrant: '10' }), claims))).toEqual({
      a: '50',
      b: '40',
      c: '10',
    });
    expect(got(allocate(pool({ method: 'scoreWeighted', minGrant: '10.01' }), claims))).toEqual({
      a: '55.56',
      b: '44.44',
      c: '0',
    });
  });
});

describe('quota', () => {
  const three = [claim('a', '10', '90'), claim('b', '10', '80'), claim('c', '10', '80')];

  it.each(METHODS)('%s serves the best placed ones only, and says so', (method) => {
    const r = allocate(pool({ method, quota: 2 }), three);
    expect(got(r)).toEqual({ a: '10', b: '10', c: '0' });
    expect(why(r).c).toBe('pools.noPlace');
    expect(r.cutoff).toEqual({ at: 'c', before: 'b', tied: ['b', 'c'] });
  });

  it.each([3, 4])('a quota of %i leaves out none of three', (quota) => {
    const r = allocate(pool({ quota }), three);
    expect(got(r)).toEqual({ a: '10', b: '10', c: '10' });
    expect(r.cutoff).toBeUndefined();
  });
});

describe('sub-pools and refusals', () => {
  const sub = (id: string, budget: string): Pool => pool({ id, budget });
  const root = pool({ budget: '100', sub: [sub('x', '30'), sub('y', '20')] });

  it('serves sub-pools first; what they do not spend goes back, what they cannot pay stays unpaid', () => {
    const claims = [claim('a', '20', '1', { sub: 'x' }), claim('b', '25', '1', { sub: 'y' }), claim('c', '80', '1')];
    const r = allocate(root, claims);
    expect(got(r)).toEqual({ a: '20', b: '0', c: '80' });
    expect(r).toMatchObject({ budget: '100', paid: '100', left: '0' });
    expect(r.subs).toEqual([
      { pool: 'x', budget: '30', paid: '20', left: '10', subs: [] },
      { pool: 'y', budget: '20', paid: '0', left: '20', cutoff: { at: 'b', tied: [] }, subs: [] },
    ]);
    expect(r.grants.map((g) => g.pool)).toEqual(['x', 'y', 'p']);
  });

  it('never lets sub-pools spend more than the pool', () => {
    const r = allocate(pool({ budget: '40', sub: [sub('x', '30'), sub('y', '30')] }), [
      claim('a', '30', '1', { sub: 'x' }),
      claim('b', '11', '1', { sub: 'y' }),
      claim('c', '10', '1', { sub: 'p' }),
    ]);
    expect(got(r)).toEqual({ a: '30', b: '0', c: '10' });
    expect(r.subs[1]).toMatchObject({ budget: '10' });
  });

  it('refuses a claim for another award, on an unknown sub-pool, and of nothing', () => {
    const r = allocate(root, [
      claim('a', '10', '1', { award: 'other' }),
      claim('b', '10', '1', { sub: 'z' }),
      claim('c', '0', '1'),
      claim('d', '10', '1', { award: 'grant' }),
      claim('e', '-1', '1'),
      claim('f', '0.009', '1'),
    ]);
    expect(why(r)).toEqual({
      a: 'pools.otherAward',
      b: 'pools.unknownSubPool',
      c: 'pools.nothingClaimed',
      d: 'pools.full',
      e: 'pools.nothingClaimed',
      f: 'pools.nothingClaimed',
    });
  });

  it('throws on what can only be a mistake', () => {
    expect(() => allocate(root, [claim('a', '1'), claim('a', '2')])).toThrow(/claims/);
    expect(() => allocate(pool({ sub: [sub('p', '1')] }), [])).toThrow(/pools/);
    expect(() => allocate(pool({ budget: '-1' }), [])).toThrow(/below 0/);
    expect(() => allocate(pool({ budget: 'inf' }), [])).toThrow(RangeError);
    expect(() => allocate(root, [claim('a', '一百')])).toThrow(RangeError);
  });

  it('leaves all of the budget when nobody claims', () => {
    expect(allocate(pool({}), [])).toEqual({ pool: 'p', budget: '100', paid: '0', left: '100', subs: [], grants: [] });
  });
});

describe('laws', () => {
  const fen = (max: number) => fc.integer({ min: 0, max }).map((n) => yuanOf(BigInt(n)));
  const anyClaim = fc.record({
    want: fen(3000),
    score: fc.option(fc.constantFrom('0', '1', '2', '2.0', '7/3', '50', 'x'), { nil: undefined }),
    sub: fc.option(fc.constantFrom('x', 'y', 'nowhere'), { nil: undefined, freq: 4 }),
  });
  const claims = fc
    .array(anyClaim, { maxLength: 12 })
    .map((all) => all.map(({ want, score, sub }, i) => claim(`c${i}`, want, score, sub === undefined ? {} : { sub })));
  const minGrant = fc.option(fen(1200), { nil: undefined });
  const quota = fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined, freq: 3 });
  const plain = fc.record({
    id: fc.constant('p'),
    budget: fen(20_000),
    method: fc.constantFrom(...METHODS),
    minGrant,
    quota,
  });
  const anyPool = fc
    .tuple(plain, plain, plain)
    .map(([p, x, y]) => pool({ ...p, sub: [pool({ ...x, id: 'x' }), pool({ ...y, id: 'y' })] }));
  const sum = (texts: readonly string[]): bigint => texts.reduce((s, t) => s + fenOf(t), 0n);
  const flat = (o: PoolOutcome): readonly PoolOutcome[] => [o, ...o.subs.flatMap(flat)];
  const runs = { numRuns: 2000 };

  it('pool-conserved: paid and left make up the budget, at every level', () => {
    fc.assert(
      fc.property(anyPool, claims, (p, cs) => {
        const r = allocate(p, cs);
        expect(r.budget).toBe(yuanOf(fenOf(p.budget)));
        expect(sum(r.grants.map((g) => g.got))).toBe(fenOf(r.paid));
        for (const o of flat(r)) {
          expect(fenOf(o.paid) + fenOf(o.left)).toBe(fenOf(o.budget));
          expect(fenOf(o.left)).toBeGreaterThanOrEqual(0n);
          const own = sum(r.grants.filter((g) => g.pool === o.pool).map((g) => g.got));
          expect(own + sum(o.subs.map((s) => s.paid))).toBe(fenOf(o.paid));
        }
      }),
      runs,
    );
  });

  it('claim-ceiling and least-grant: 0, or between the smallest grant and the claim; every grant says why in both languages', () => {
    fc.assert(
      fc.property(anyPool, claims, (p, cs) => {
        const r = allocate(p, cs);
        expect(r.grants.map((g) => g.id).sort()).toEqual(cs.map((c) => c.id).sort());
        for (const g of r.grants) {
          const want = cs.find((c) => c.id === g.id)?.want ?? '0';
          const home = [p, ...(p.sub ?? [])].find((x) => x.id === g.pool);
          expect(fenOf(g.got)).toBeLessThanOrEqual(fenOf(want));
          if (g.got !== '0') expect(fenOf(g.got)).toBeGreaterThanOrEqual(fenOf(home?.minGrant ?? '0'));
          for (const words of [zh, en]) {
            const names = [...(words[g.why.key] ?? '{no words}').matchAll(/\{(\w+)\}/g)].map((m) => m[1]);
            expect(Object.keys(g.why.args)).toEqual(expect.arrayContaining(names));
          }
        }
      }),
      runs,
    );
  });

  it('input-order: the order of the claims does not matter', () => {
    const shuffled = claims.chain((cs) => fc.tuple(fc.constant(cs), fc.shuffledSubarray(cs, { minLength: cs.length })));
    fc.assert(
      fc.property(anyPool, shuffled, (p, [cs, other]) => {
        expect(allocate(p, other)).toEqual(allocate(p, cs));
      }),
      runs,
    );
  });

  it('quota: no more claims are served than there are places, and none before a better placed one where all are ranked', () => {
    fc.assert(
      fc.property(anyPool, claims, (p, cs) => {
        const r = allocate(p, cs);
        for (const each of [p, ...(p.sub ?? [])]) {
          const served = r.grants.filter((g) => g.pool === each.id && g.got !== '0');
          if (each.quota !== undefined) expect(served.length).toBeLessThanOrEqual(each.quota);
        }
      }),
      runs,
    );
  });

  it('more-budget: where claims are ranked, more money never leaves anyone with less', () => {
    const ranking = fc.record({
      budget: fen(20_000),
      method: fc.constantFrom('rankFull' as const, 'rankPartialLast' as const, 'fcfs' as const),
      minGrant,
      quota,
    });
    fc.assert(
      fc.property(ranking, fen(5000), claims, (p, more, cs) => {
        const mine = cs.map((c) => claim(c.id, c.want, c.keys.score));
        const [less, rich] = [
          allocate(pool(p), mine),
          allocate(pool({ ...p, budget: yuanOf(fenOf(p.budget) + fenOf(more)) }), mine),
        ];
        for (const g of less.grants)
          expect(fenOf(rich.grants.find(({ id }) => id === g.id)?.got ?? '0')).toBeGreaterThanOrEqual(fenOf(g.got));
      }),
      runs,
    );
  });

  it('more-budget: where all share and no share is too small, nobody loses more than the 分 of rounding', () => {
    const sharing = fc.record({
      budget: fen(20_000),
      method: fc.constantFrom('proRata' as const, 'scoreWeighted' as const),
    });
    fc.assert(
      fc.property(sharing, fen(5000), claims, (p, more, cs) => {
        const mine = cs.map((c) => claim(c.id, c.want, c.keys.score));
        const less = allocate(pool(p), mine);
        const rich = allocate(pool({ ...p, budget: yuanOf(fenOf(p.budget) + fenOf(more)) }), mine);
        for (const g of less.grants)
          expect(fenOf(rich.grants.find(({ id }) => id === g.id)?.got ?? '0')).toBeGreaterThanOrEqual(
            fenOf(g.got) - 1n,
          );
      }),
      runs,
    );
  });

  it('more-points: a better score never leaves a claim with less', () => {
    const any = fc.record({ budget: fen(20_000), method: fc.constantFrom(...METHODS), quota });
    const points = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(
        any,
        fc.array(fc.tuple(fen(3000), points), { minLength: 1, maxLength: 10 }),
        points,
        (p, raw, more) => {
          const mine = raw.map(([want, score], i) => claim(`c${i}`, want, String(score)));
          const [first, ...rest] = mine;
          if (!first) return;
          const better = { ...first, keys: { score: String(Number(first.keys.score) + more) } };
          const got = (all: readonly Claim[]) =>
            fenOf(allocate(pool(p), all).grants.find(({ id }) => id === first.id)?.got ?? '0');
          // Sharing rounds to the 分 by largest remainder, which may move one 分.
          const slack = p.method === 'proRata' || p.method === 'scoreWeighted' ? 1n : 0n;
          expect(got([better, ...rest]) + slack).toBeGreaterThanOrEqual(got(mine));
        },
      ),
      runs,
    );
  });

  it('nothing-unspent: sharing leaves less than the smallest grant while a claim is open', () => {
    const sharing = fc.record({
      budget: fen(20_000),
      method: fc.constantFrom('proRata' as const, 'scoreWeighted' as const),
      minGrant,
    });
    fc.assert(
      fc.property(sharing, claims, (p, cs) => {
        const mine = cs.map((c) => claim(c.id, c.want, c.keys.score));
        const r = allocate(pool(p), mine);
        const excluded = ['pools.noWeight', 'pools.claimTooSmall', 'pools.nothingClaimed'];
        const open = r.grants.some(
          (g) => !excluded.includes(g.why.key) && fenOf(g.got) < fenOf(mine.find((c) => c.id === g.id)?.want ?? '0'),
        );
        if (open) expect(fenOf(r.left)).toBeLessThan(p.minGrant === undefined ? 1n : fenOf(p.minGrant) || 1n);
      }),
      runs,
    );
  });

  it('same-fraction: proRata shares are the same part of each claim, to the 分', () => {
    fc.assert(
      fc.property(fen(20_000), claims, (budget, cs) => {
        const mine = cs.map((c) => claim(c.id, c.want)).filter((c) => c.want !== '0');
        const total = sum(mine.map((c) => c.want));
        const r = allocate(pool({ method: 'proRata', budget }), mine);
        for (const g of r.grants) {
          const want = fenOf(mine.find((c) => c.id === g.id)?.want ?? '0');
          const given = smallerFen(fenOf(budget), total);
          expect(fenOf(g.got) * total - given * want).toBeLessThan(total);
          expect(given * want - fenOf(g.got) * total).toBeLessThan(total);
        }
      }),
      runs,
    );
  });

  it('fewest-dropped: with one claim more the smallest share would be under the smallest grant', () => {
    const sharing = fc.record({
      budget: fen(20_000),
      method: fc.constantFrom('proRata' as const, 'scoreWeighted' as const),
    });
    fc.assert(
      fc.property(sharing, fen(1200), claims, (p, least, cs) => {
        const mine = cs.map((c) => claim(c.id, c.want, c.keys.score));
        const r = allocate(pool({ ...p, minGrant: least }), mine);
        if (!r.cutoff) return;
        const kept = mine.filter((c) => r.grants.find((g) => g.id === c.id)?.got !== '0' || c.id === r.cutoff?.at);
        const again = allocate(pool(p), kept);
        const smallest = again.grants.map((g) => fenOf(g.got)).reduce(smallerFen);
        // One 分 of rounding can lift a share onto the bound.
        expect(smallest).toBeLessThanOrEqual(fenOf(least));
      }),
      runs,
    );
  });
});
