import { type Detail, refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import { hasNoVariety, isCommonPassword } from './guessable-passwords.ts';
import type { SignInSettings } from './settings.ts';

export const LONGEST_PASSWORD = 128;

const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/** Everything that is wrong with a password, all at once; `about` is what it must not contain. */
export function passwordProblems(
  password: string,
  about: readonly string[],
  { passwordLength, passwordLengthMixed }: SignInSettings,
): readonly Detail[] {
  const length = [...password].length;
  const kinds = KINDS.filter((kind) => kind.test(password)).length;
  const args = { long: String(passwordLength), short: String(passwordLengthMixed), most: String(LONGEST_PASSWORD) };
  const found = [
    length < (kinds >= 3 ? passwordLengthMixed : passwordLength) && 'too-short',
    length > LONGEST_PASSWORD && 'too-long',
    (isCommonPassword(password) || hasNoVariety(password)) && 'common',
    contains(password, about) && 'personal',
  ].filter((each) => each !== false);
  return found.map((what) => ({
    path: 'password',
    message: message(`api.detail.password-${what}`, args),
    fix: message('api.fix.password'),
  }));
}

export function checkPassword(password: string, about: readonly string[], settings: SignInSettings): void {
  const problems = passwordProblems(password, about, settings);
  if (problems.length > 0) throw refuseAll('weak-password', problems);
}

/** A single letter or character of a name may stand in a password; two Chinese characters or three letters may not. */
function contains(password: string, about: readonly string[]): boolean {
  const text = password.toLowerCase();
  const parts = about.flatMap((each) => [each, each.split('@')[0] ?? '']).map((each) => each.trim().toLowerCase());
  return parts.some((part) => isTelling(part) && text.includes(part));
}

const isTelling = (part: string): boolean => [...part].length >= (/^[a-z\d._-]+$/.test(part) ? 3 : 2);
