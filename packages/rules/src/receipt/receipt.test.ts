import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../evaluate/decision.ts';
import { ALPHABET31 } from '../identity/alphabet31.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import { hashOf, makeReceipt, type Receipt } from './receipt.ts';
import { isReceiptNumber, receiptNumber } from './receipt-number.ts';
import { replay } from './replay.ts';

const doc: PolicyDoc = {
  id: 'ladder',
  schema: 1,
  version: '1',
  status: 'published',
  inForce: { from: '2020-11-23' },
  applies: 'decision',
  facts: [],
  params: [],
  tiers: [],
  pick: 'highest',
  awards: [],
  stacks: [],
  pools: [],
};
const facts: Facts = { staff: { known: '19' }, listed: { state: 'unknown' } };
const dates: Dates = { decision: '2026-03-01', filing: '2026-02-01' };
const decide = (d: PolicyDoc, _dates: Dates, f: Facts): Decision => ({
  tiers: [
    {
      tier: d.id,
      outcome: f.staff && 'known' in f.staff && Number(f.staff.known) >= 20 ? 'yes' : 'no',
      routes: [],
      needs: [],
      assumed: [],
      tainted: false,
    },
  ],
  possible: [],
  awards: [],
  pools: [],
  total: { lo: '0', hi: '0' },
});
const made = (over: Partial<Parameters<typeof makeReceipt>[0]> = {}): Receipt =>
  makeReceipt({ doc, facts, dates, decision: decide(doc, dates, facts), engineVersion: ENGINE_VERSION, ...over });

describe('makeReceipt', () => {
  it('names engine, policy and version and seals all of it', () => {
    const r = made();
    expect(r).toMatchObject({
      algorithm: 'SHA-256',
      engine: '0.1.0',
      policy: 'ladder',
      version: '1',
      inForceFrom: '2020-11-23',
    });
    expect(r.factsHash).toBe(
      `sha256:${createHash('sha256').update('{"listed":{"state":"unknown"},"staff":{"known":"19"}}').digest('hex')}`,
    );
    expect(r.policyHash).toBe(hashOf(doc));
    expect(r.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(r.number).toMatch(/^TD-2026-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(made({ policyHash: hashOf(doc) })).toEqual(r);
  });

  it('gives the same bytes whatever the order of keys, and with absent or undefined members', () => {
    const turned: Facts = { listed: { state: 'unknown' }, staff: { asOf: undefined, known: '19' } };
    expect(
      made({ facts: turned, dates: { filing: '2026-02-01', decision: '2026-03-01', fiscalYearEnd: undefined } }).hash,
    ).toBe(made().hash);
  });

  it.each([
    ['facts', { facts: { ...facts, staff: { known: '20' } } as Facts }],
    ['dates', { dates: { ...dates, decision: '2026-03-02' } }],
    ['engine', { engineVersion: '0.1.1' }],
    ['policy', { doc: { ...doc, pick: 'all' as const } }],
    ['decision', { decision: { ...decide(doc, dates, facts), total: { lo: '0', hi: '1' } } }],
  ])('changes with %s', (_what, over) => {
    expect(made(over).hash).not.toBe(made().hash);
  });
});

describe('receiptNumber', () => {
  const hex = fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 })
    .map((a) => `sha256:${a.join('')}`);
  const number = fc
    .tuple(fc.integer({ min: 2000, max: 2099 }), hex)
    .map(([year, hash]) => receiptNumber(`${year}-01-01`, hash));
  const places = [3, 4, 5, 6, 8, 9, 10, 11, 13, 14, 15, 16];
  const place = fc.constantFrom(...places);

  it('is intact, also in lower case and full width', () => {
    fc.assert(fc.property(number, (n) => isReceiptNumber(n) && isReceiptNumber(` ${n.toLowerCase()} `)));
    expect(isReceiptNumber('TD-2026-0000-000')).toBe(false);
    expect(isReceiptNumber('')).toBe(false);
  });

  it('shows a wrong character and a swap of neighbours', () => {
    fc.assert(
      fc.property(number, place, fc.constantFrom(...ALPHABET31), (n, at, c) => {
        fc.pre(n.charAt(at) !== c);
        return !isReceiptNumber(n.slice(0, at) + c + n.slice(at + 1));
      }),
    );
    fc.assert(
      fc.property(number, fc.nat(places.length - 2), (n, i) => {
        const [a = 0, b = 0] = [places[i], places[i + 1]];
        fc.pre(n.charAt(a) !== n.charAt(b));
        const swapped = [...n];
        [swapped[a], swapped[b]] = [n.charAt(b), n.charAt(a)];
        return !isReceiptNumber(swapped.join(''));
      }),
    );
  });
});

describe('replay', () => {
  it('gives the same bytes after a round through JSON', () => {
    const stored: Receipt = JSON.parse(JSON.stringify(made()));
    const r = replay(stored, [{ ...doc, id: 'other' }, { ...doc, version: '2' }, doc], decide);
    expect(r).toEqual({ same: true, got: stored.decision, differences: [] });
  });

  it('says what comes out differently', () => {
    const r = replay(made(), [doc], () => decide(doc, dates, { staff: { known: '20' } }));
    expect(r.same).toBe(false);
    expect(r.differences).toEqual([{ path: 'decision.tiers.0.outcome', was: '"no"', now: '"yes"' }]);
    expect(r.got?.tiers[0]?.outcome).toBe('yes');
  });

  it('sees members that came or went', () => {
    const r = replay(made(), [doc], (...args) => ({ ...decide(...args), best: 'ladder', tiers: [] }));
    expect(r.differences.map((d) => [d.path, d.was !== undefined, d.now !== undefined])).toEqual([
      ['decision.tiers.0', true, false],
      ['decision.best', false, true],
    ]);
  });

  it('does not evaluate another text of the policy', () => {
    const never = (): Decision => {
      throw new Error('evaluated');
    };
    const changed = replay(made(), [{ ...doc, pick: 'all' }], never);
    expect(changed).toMatchObject({
      same: false,
      differences: [{ path: 'policyHash', now: JSON.stringify(hashOf({ ...doc, pick: 'all' })) }],
    });
    expect(changed.got).toBeUndefined();
    const missing = [{ path: 'policyHash', was: JSON.stringify(made().policyHash) }];
    expect(replay(made(), [{ ...doc, version: '2' }], never).differences).toEqual(missing);
    expect(replay(made(), [], never).differences).toEqual([
      { path: 'policyHash', was: JSON.stringify(made().policyHash) },
    ]);
  });

  it.each([
    ['facts', { facts: { ...facts, listed: { known: true } } }, ['factsHash', 'hash', 'number']],
    ['engine', { engine: '9' }, ['hash', 'number']],
    ['number', { number: 'TD-2026-0000-0000' }, ['number']],
    ['hash', { hash: `sha256:${'0'.repeat(64)}` }, ['hash']],
    ['factsHash', { factsHash: `sha256:${'0'.repeat(64)}` }, ['factsHash', 'hash', 'number']],
  ])('sees tampered %s', (_what, over, paths) => {
    const tampered: Receipt = { ...made(), ...(over as Partial<Receipt>) };
    const r = replay(tampered, [doc], decide);
    expect(r.same).toBe(false);
    expect(r.differences.map((d) => d.path)).toEqual(paths);
    expect(r.differences[0]?.was).toBe(JSON.stringify(tampered[paths[0] as 'hash']));
  });
});
