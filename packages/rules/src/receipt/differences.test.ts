import { describe, expect, it } from 'vitest';
import { differences } from './differences.ts';

describe('differences', () => {
  it.each([
    [{}, {}, []],
    [{ a: undefined }, {}, []],
    [{ a: { x: 1, y: [1, 2] } }, { a: { y: [1, 2], x: 1 } }, []],
    [{ a: [] }, { a: {} }, [{ path: 'a', was: '[]', now: '{}' }]],
    [{ a: [1] }, { a: { '0': 1 } }, [{ path: 'a', was: '[1]', now: '{"0":1}' }]],
    [{ a: null }, { a: {} }, [{ path: 'a', was: 'null', now: '{}' }]],
    [{ a: [1] }, { a: [1, 2] }, [{ path: 'a.1', now: '2' }]],
    [{ a: { b: 1 } }, {}, [{ path: 'a', was: '{"b":1}' }]],
    ['1', 1, [{ path: '', was: '"1"', now: '1' }]],
  ])('%j and %j', (was, now, expected) => {
    expect(differences(was, now)).toEqual(expected);
  });
});
