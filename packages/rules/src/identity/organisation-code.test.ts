import { describe, expect, it } from 'vitest';
import { checkOrganisationCode, organisationCheckChar } from './organisation-code.ts';

describe('checkOrganisationCode', () => {
  it.each(['764528120', '67825174-3', '000000000', 'MA31E12PX', ' ma31e12p-x '])('accepts %j', (code) => {
    expect(checkOrganisationCode(code)).toMatchObject({ valid: true, problems: [] });
  });

  it.each([
    ['76452812', [{ code: 'length', level: 'error', expected: '9' }]],
    ['7645281200', [{ code: 'length', level: 'error', expected: '9' }]],
    ['7645281*0', [{ code: 'character', level: 'error', position: 8 }]],
    ['76452812A', [{ code: 'character', level: 'error', position: 9 }]],
    ['764528121', [{ code: 'checkCharacter', level: 'warn', position: 9, expected: '0' }]],
  ])('names what is wrong with %j', (code, problems) => {
    expect(checkOrganisationCode(code).problems).toEqual(problems);
  });

  it('writes 10 as X, 11 as 0 and takes every letter', () => {
    // Σ mod 11 = 1, 0 and 2.
    expect(organisationCheckChar('00000080')).toBe(String(11 - ((8 * 4) % 11)));
    expect(organisationCheckChar('00000030')).toBe('X');
    expect(organisationCheckChar('00000000')).toBe('0');
    expect(organisationCheckChar('0000000I')).toBe(String(11 - ((18 * 2) % 11)));
    expect(organisationCheckChar('0000000')).toBeUndefined();
    expect(organisationCheckChar('0000000i')).toBeUndefined();
  });
});
