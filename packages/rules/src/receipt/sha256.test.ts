import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from './sha256.ts';
import { utf8 } from './utf8.ts';

const node = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

describe('sha256', () => {
  // NIST FIPS 180-4 examples and the long-message example.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    [
      'abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu',
      'cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('NIST vector %#', (text, hex) => {
    expect(sha256(text)).toBe(hex);
  });

  it('agrees with node at every length around the block edges', () => {
    for (let n = 0; n <= 130; n += 1) expect(sha256('x'.repeat(n))).toBe(node('x'.repeat(n)));
  });

  it('agrees with node on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => sha256(text) === node(text)),
      { numRuns: 2000 },
    );
  });

  it.each(['梯度', '😀', '\u007f\u0080\u07ff\u0800\uffff\u{10000}\u{10ffff}', 'a\ud800b', '\udc00'])(
    'agrees on %j',
    (text) => {
      expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)]);
      expect(sha256(text)).toBe(node(text));
    },
  );
});
