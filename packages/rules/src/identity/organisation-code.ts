import { type CodeProblem, normalizeCode } from './code-text.ts';

const VALUES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

export interface OrganisationCodeCheck {
  /** Nine characters without the hyphen that some certificates print before the last one. */
  readonly normalized: string;
  readonly problems: readonly CodeProblem[];
  /** Known as soon as the first eight characters are. */
  readonly expectedCheckChar?: string;
  /** No problem of any level. */
  readonly valid: boolean;
}

/**
 * Check character of an organisation code (组织机构代码, GB 11714-1997): 11 − Σ mod 11, where 10 is X and 11 is 0.
 * `body` is eight characters 0–9 or A–Z; undefined for anything else.
 */
export function organisationCheckChar(body: string): string | undefined {
  if (!/^[0-9A-Z]{8}$/.test(body)) return undefined;
  const sum = WEIGHTS.reduce((total, weight, i) => total + VALUES.indexOf(body.charAt(i)) * weight, 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/**
 * Decides whether a text is a well-formed organisation code (组织机构代码), with or without hyphen.
 *
 * @example checkOrganisationCode('76452812-0').valid // true
 */
export function checkOrganisationCode(code: string): OrganisationCodeCheck {
  const normalized = normalizeCode(code).replace(/^(.{8})-(.)$/, '$1$2');
  const problems: CodeProblem[] = [];
  const characters = [...normalized];
  if (characters.length !== 9) problems.push({ code: 'length', level: 'error', expected: '9' });
  characters.slice(0, 9).forEach((c, i) => {
    const allowed = i === 8 ? /[0-9X]/ : /[0-9A-Z]/;
    if (!allowed.test(c)) problems.push({ code: 'character', level: 'error', position: i + 1 });
  });
  const expected = organisationCheckChar(characters.slice(0, 8).join(''));
  const last = characters[8];
  if (problems.length === 0 && last !== expected) {
    problems.push({ code: 'checkCharacter', level: 'warn', position: 9, ...(expected && { expected }) });
  }
  return { normalized, problems, ...(expected && { expectedCheckChar: expected }), valid: problems.length === 0 };
}
