import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

describe('canonicalJson', () => {
  it('sorts keys by UTF-16 code units at every depth (RFC 8785, 3.2.3)', () => {
    const value = {
      '\u20ac': 'Euro',
      '\r': 'CR',
      '\ufb33': 'Dalet',
      '1': 'One',
      '\ud83d\ude00': 'Smile',
      '\u0080': 'Control',
      '\u00f6': 'o',
    };
    const names = Object.keys(JSON.parse(canonicalJson([value]))[0]);
    expect(names).toEqual(['1', '\r', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33']);
    expect(canonicalJson({ b: { d: 1, c: 2 }, a: [{ y: 1, x: 2 }] })).toBe('{"a":[{"x":2,"y":1}],"b":{"c":2,"d":1}}');
  });

  it.each([
    [1e21, '1e+21'],
    [-0, '0'],
    [0.1, '0.1'],
    [1e-7, '1e-7'],
    ['\u20ac$\u000f\nA\'B"\\\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'],
    [null, 'null'],
    [[], '[]'],
    [{}, '{}'],
    [{ a: undefined, b: 1 }, '{"b":1}'],
    [JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
  ])('%#', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([
    [undefined],
    [[undefined]],
    [new Array(1)],
    [Number.NaN],
    [[Number.POSITIVE_INFINITY]],
    [1n],
    [() => 1],
    [Symbol('x')],
    [new Map()],
    [new Date(0)],
  ])('refuses %#', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('keeps the value, and does not depend on the order of keys', () => {
    const shuffle = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(shuffle);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([k, v]) => [k, shuffle(v)]),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(shuffle(value))).toBe(text);
      }),
    );
  });
});
