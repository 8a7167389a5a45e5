import { ALPHABET31, checkChar31 } from './alphabet31.ts';
import { type CodeProblem, normalizeCode } from './code-text.ts';
import { organisationCheckChar } from './organisation-code.ts';

export interface CreditCodeOptions {
  /** Whether a failing organisation code inside (positions 9–17) is reported; on by default. */
  readonly organisationCode?: boolean;
}

export interface CreditCodeCheck {
  /** The code as it is stored: capitals, half width, no spaces. */
  readonly normalized: string;
  readonly problems: readonly CodeProblem[];
  /** What the check character should be; known when there are 18 characters and the first 17 can be read. */
  readonly expectedCheckChar?: string;
  /** Whether positions 9–17 pass GB 11714, reported or not; known when they can be read. */
  readonly organisationCodeOk?: boolean;
  /** No problem of any level. A code with warnings only may still be accepted by a person. */
  readonly valid: boolean;
}

const LENGTH = 18;

/**
 * Decides whether a text is a unified social credit code (统一社会信用代码, GB 32100-2015).
 * Wrong length, characters or region digits are errors. A wrong check character is only a warning: codes in real use fail
 * it (91350203M0001QAY9B). The organisation code inside (GB 11714) is a warning too and can be switched off.
 *
 * @example checkCreditCode('91350100M000100Y43').valid // true
 */
export function checkCreditCode(code: string, options: CreditCodeOptions = {}): CreditCodeCheck {
  const normalized = normalizeCode(code);
  const characters = [...normalized];
  const problems = shapeProblems(characters);
  const expectedCheckChar = characters.length === LENGTH ? expectedLast(normalized) : undefined;
  const last = characters[LENGTH - 1];
  if (expectedCheckChar && last !== expectedCheckChar && last !== undefined && ALPHABET31.includes(last)) {
    problems.push({ code: 'checkCharacter', level: 'warn', position: LENGTH, expected: expectedCheckChar });
  }
  const expectedInside = characters.length === LENGTH ? organisationCheckChar(normalized.slice(8, 16)) : undefined;
  const organisationCodeOk = expectedInside === undefined ? undefined : characters[16] === expectedInside;
  if (organisationCodeOk === false && expectedInside && options.organisationCode !== false) {
    problems.push({ code: 'organisationCode', level: 'warn', position: 17, expected: expectedInside });
  }
  return {
    normalized,
    problems,
    ...(expectedCheckChar && { expectedCheckChar }),
    ...(organisationCodeOk !== undefined && { organisationCodeOk }),
    valid: problems.length === 0,
  };
}

/** One problem per position: a letter among the region digits is a wrong region, not also a wrong character. */
function shapeProblems(characters: readonly string[]): CodeProblem[] {
  const problems: CodeProblem[] = [];
  if (characters.length !== LENGTH) problems.push({ code: 'length', level: 'error', expected: String(LENGTH) });
  characters.slice(0, LENGTH).forEach((c, i) => {
    if (i >= 2 && i < 8) {
      if (!/^[0-9]$/.test(c)) problems.push({ code: 'region', level: 'error', position: i + 1 });
    } else if (!ALPHABET31.includes(c)) {
      problems.push({ code: 'character', level: 'error', position: i + 1 });
    }
  });
  return problems;
}

function expectedLast(normalized: string): string | undefined {
  const body = normalized.slice(0, LENGTH - 1);
  return [...body].every((c) => ALPHABET31.includes(c)) ? checkChar31(body) : undefined;
}
