import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PatchOp } from '../contract.ts';
import { diffDocuments } from './diff-documents.ts';
import { applyOps, NoSuchPlace } from './json-ops.ts';
import { rebaseOps } from './rebase-ops.ts';

const leaf = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom('a', 'b'));
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    leaf,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('x', 'y', 'z'), tie('json'), { maxKeys: 3 }),
  ),
}));
const named = fc
  .uniqueArray(fc.constantFrom('p', 'q', 'r', 's'), { maxLength: 4 })
  .chain((ids) => fc.tuple(...ids.map((id) => json.map((value) => ({ id, value })))));
const document = fc.record({ tiers: named, facts: fc.array(json, { maxLength: 4 }), label: json });

describe('changes of a document', () => {
  test('nothing-lost: a difference leads from one text to the other, and its inverse back', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const { document: made, inverse } = applyOps(before, diffDocuments(before, after));
        expect(made).toEqual(after);
        expect(applyOps(made, inverse).document).toEqual(before);
      }),
    );
  });

  test('disjoint-edits: where two changes can be put together, both orders give the same text', () => {
    let merged = 0;
    const picks = fc.array(fc.nat(999), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(document, picks, picks, (base, mine, theirs) => {
        const [a, b] = [someOps(base, mine), someOps(base, theirs)];
        const [onA, onB] = [rebaseOps(b, a), rebaseOps(a, b)];
        if (!onA.ok || !onB.ok) return;
        merged++;
        const [one, two] = [applyOps(base, a).document, applyOps(base, b).document];
        const [first, second] = [applyOps(one, onA.ops).document, applyOps(two, onB.ops).document];
        // Where both put something in at one place, who is first comes second in the other order.
        expect(sorted(first)).toEqual(sorted(second));
      }),
      { numRuns: 2000 },
    );
    expect(merged).toBeGreaterThan(300);
  });

  const base = {
    tiers: [
      { id: 'a', n: 1 },
      { id: 'b', n: 2 },
    ],
    label: 'x',
  };
  const at = (op: 'add' | 'replace', path: string, value: unknown = 9): PatchOp => ({ op, path, value });
  const out = (path: string): PatchOp => ({ op: 'remove', path });

  test.each([
    ['another place', at('replace', 'tiers.1.n'), at('replace', 'label'), 'tiers.1.n'],
    ['after something put in before it', at('replace', 'tiers.1.n'), at('add', 'tiers.0'), 'tiers.2.n'],
    ['after something taken out before it', at('replace', 'tiers.1.n'), out('tiers.0'), 'tiers.0.n'],
    ['put in where somebody took out', at('add', 'tiers.0'), out('tiers.0'), 'tiers.0'],
  ])('is put on top: %s', (_name, mine, theirs, path) => {
    const put = rebaseOps([mine], [theirs]);
    expect(put).toEqual({ ok: true, ops: [{ ...mine, path }] });
  });

  test.each([
    ['the same figure', at('replace', 'tiers.1.n'), at('replace', 'tiers.1.n', 3)],
    ['a part of what was taken out', at('replace', 'tiers.1.n'), out('tiers.1')],
    ['what holds a changed part', out('tiers.1'), at('replace', 'tiers.1.n')],
    ['the whole list', at('replace', 'tiers', []), at('add', 'tiers.0')],
  ])('is refused: %s', (_name, mine, theirs) => {
    expect(rebaseOps([mine], [theirs])).toMatchObject({ ok: false, paths: [mine.path] });
  });

  test.each([
    out('tiers.2'),
    at('replace', 'nothing'),
    at('add', 'tiers.5'),
    at('add', 'tiers.x'),
    at('add', 'label.x'),
  ])('a place that is not there: %o', (op) => {
    expect(() => applyOps(base, [op])).toThrow(NoSuchPlace);
  });

  test('the text given stays as it is, and `__proto__` is a key like any other', () => {
    const frozen = Object.freeze({ ...base });
    applyOps(frozen, [at('replace', 'tiers.0.n'), at('add', '__proto__', { polluted: true })]);
    expect(base.tiers[0]?.n).toBe(1);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

/** Changes at places picked from the text as it is after each of them. */
function someOps(base: unknown, picks: readonly number[]): readonly PatchOp[] {
  const ops: PatchOp[] = [];
  let now = base;
  for (const pick of picks) {
    const places = placesIn(now);
    const path = places[pick % places.length] ?? 'label';
    const op = (['replace', 'remove', 'add'] as const)[pick % 3] ?? 'replace';
    const change: PatchOp = op === 'remove' ? { op, path } : { op, path, value: `new${pick}` };
    ops.push(change);
    now = applyOps(now, [change]).document;
  }
  return ops;
}

const placesIn = (x: unknown, path = ''): readonly string[] =>
  typeof x !== 'object' || x === null
    ? []
    : Object.entries(x).flatMap(([key, value]) => {
        const at = path === '' ? key : `${path}.${key}`;
        return [at, ...placesIn(value, at)];
      });

const sorted = (x: unknown): unknown => {
  if (Array.isArray(x)) return x.map(sorted).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof x !== 'object' || x === null) return x;
  return Object.fromEntries(Object.entries(x).map(([key, value]) => [key, sorted(value)]));
};
