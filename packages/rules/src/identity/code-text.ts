/** What is wrong with a code: `position` counts from 1 in the normalised text; `expected` is what should stand there. */
export interface CodeProblem {
  readonly code: 'length' | 'character' | 'region' | 'checkCharacter' | 'organisationCode';
  /** An `error` can never be a real code; a `warn` may be overridden by a person, because real codes exist that fail it. */
  readonly level: 'error' | 'warn';
  readonly position?: number;
  readonly expected?: string;
}

const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const INVISIBLE = /[\s\u200B-\u200D\u2060\uFEFF]/g;

/** Full-width characters to ASCII, lower case to upper, spaces of every kind removed. Nothing else is touched. */
export function normalizeCode(text: string): string {
  return text
    .replace(FULL_WIDTH, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(INVISIBLE, '')
    .replace(/[a-z]/g, (c) => c.toUpperCase());
}
