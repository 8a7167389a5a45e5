import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import cases from '../../fixtures/credit-code.cases.json' with { type: 'json' };
import { ALPHABET31, checkChar31 } from './alphabet31.ts';
import { checkCreditCode } from './credit-code.ts';

const REAL = [
  '91350100M000100Y43',
  '91512081MA62K0260E',
  '91350200MA2YJ1XR9G',
  '91350200776049653A',
  '91350500798359476R',
  '91350503MA31DKY80A',
  '91350200MA31E12PXF',
  '91440101MA5CJQ4N59',
  '913502000728319549',
  '123502001549897397',
  '91350213678251743X',
  '913302007645281201',
];
const character = fc.constantFrom(...ALPHABET31);
const digit = fc.constantFrom(...'0123456789');
const body = fc
  .tuple(
    fc.tuple(character, character),
    fc.array(digit, { minLength: 6, maxLength: 6 }),
    fc.array(character, { minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.flat().join(''));
const complete = body.map((b) => b + checkChar31(b));
const lenient = { organisationCode: false };

describe('checkCreditCode', () => {
  it.each(cases)('$id $inputs.code', ({ inputs, expected }) => {
    const got = checkCreditCode(inputs.code);
    expect(got.valid).toBe(expected.valid);
    if (expected.expectedCheckChar !== undefined) expect(got.expectedCheckChar).toBe(expected.expectedCheckChar);
    if (expected.orgCodeCheckOk !== undefined) expect(got.organisationCodeOk).toBe(expected.orgCodeCheckOk);
  });

  it.each(REAL)('accepts the real code %s', (code) => {
    expect(checkCreditCode(code)).toMatchObject({ valid: true, problems: [], organisationCodeOk: true });
  });

  it('lets a person override a real code that fails the formula', () => {
    const got = checkCreditCode('91350203M0001QAY9B', lenient);
    expect(got.problems).toEqual([{ code: 'checkCharacter', level: 'warn', position: 18, expected: '9' }]);
  });

  it('normalises lower case, spaces and full width', () => {
    expect(checkCreditCode(' ９１３５０１００ m000\u3000100y\u200b43\n')).toMatchObject({
      normalized: '91350100M000100Y43',
      valid: true,
    });
  });

  it.each([
    ['', [{ code: 'length', level: 'error', expected: '18' }]],
    ['91350100M000100Y4', [{ code: 'length', level: 'error', expected: '18' }]],
    ['91350100M000100Y433', [{ code: 'length', level: 'error', expected: '18' }]],
    ['9135A100M000100Y43', [{ code: 'region', level: 'error', position: 5 }]],
    ['91350100M000100Y4Z', [{ code: 'character', level: 'error', position: 18 }]],
    ['9I350100M000100Y43', [{ code: 'character', level: 'error', position: 2 }]],
    ['9１350100M000-00Y43', [{ code: 'character', level: 'error', position: 13 }]],
  ])('names what is wrong with %j', (code, problems) => {
    expect(checkCreditCode(code, lenient).problems.filter((p) => p.level === 'error')).toEqual(problems);
  });

  it('counts a character outside the basic plane once', () => {
    expect(checkCreditCode('9😀350100M000100Y43').problems[0]).toEqual({
      code: 'character',
      level: 'error',
      position: 2,
    });
  });

  it('reports the organisation code only when asked, and knows it always', () => {
    const code = `91350100M000100Y${'5'}`;
    const whole = code + checkChar31(code);
    expect(checkCreditCode(whole).problems).toEqual([
      { code: 'organisationCode', level: 'warn', position: 17, expected: '4' },
    ]);
    expect(checkCreditCode(whole, lenient)).toMatchObject({ valid: true, organisationCodeOk: false });
  });

  it('accepts every code with its check character', () => {
    fc.assert(fc.property(complete, (code) => checkCreditCode(code, lenient).valid));
  });

  it('sees every single wrong character', () => {
    fc.assert(
      fc.property(complete, fc.nat(17), character, (code, at, c) => {
        fc.pre(code.charAt(at) !== c);
        return !checkCreditCode(code.slice(0, at) + c + code.slice(at + 1), lenient).valid;
      }),
    );
  });

  it('sees every swap of neighbours', () => {
    fc.assert(
      fc.property(complete, fc.nat(16), (code, at) => {
        fc.pre(code.charAt(at) !== code.charAt(at + 1));
        return !checkCreditCode(code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2), lenient)
          .valid;
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => checkCreditCode(text).problems.length > 0));
  });
});
