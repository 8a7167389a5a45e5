import { ApiError } from '../../http/api-error.ts';

/** The library's own code of a refusal, e.g. `INVALID_CODE`; undefined for a fault. */
export function libraryCode(error: unknown): string | undefined {
  const body = error instanceof Error && 'body' in error ? error.body : undefined;
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

const REFUSALS: Readonly<Record<string, readonly [401 | 403 | 409 | 422 | 429, string]>> = {
  INVALID_EMAIL_OR_PASSWORD: [401, 'wrong-credentials'],
  FAILED_TO_CREATE_SESSION: [401, 'wrong-credentials'],
  INVALID_PASSWORD: [422, 'wrong-password'],
  INVALID_CODE: [422, 'wrong-code'],
  INVALID_BACKUP_CODE: [422, 'wrong-code'],
  INVALID_TWO_FACTOR_COOKIE: [401, 'sign-in-first'],
  TOTP_NOT_ENABLED: [401, 'sign-in-first'],
  BACKUP_CODES_NOT_ENABLED: [401, 'sign-in-first'],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: [401, 'sign-in-first'],
  UNAUTHORIZED: [401, 'sign-in-first'],
  TOTP_ALREADY_ENABLED: [409, 'second-factor-set'],
};

/** A refusal of the library in our words; a fault stays what it is. */
export function inOurWords(error: unknown, lockMinutes: number): unknown {
  const code = libraryCode(error);
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return locked(lockMinutes);
  const refusal = code === undefined ? undefined : REFUSALS[code];
  return refusal ? new ApiError(...refusal) : error;
}

export const locked = (minutes: number): ApiError =>
  new ApiError(429, 'sign-in-locked', {
    args: { minutes: String(minutes) },
    headers: { 'Retry-After': String(minutes * 60) },
  });
