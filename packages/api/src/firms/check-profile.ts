import { checkCreditCode } from '@tidu/rules';
import type { Reader } from '../db/open-database.ts';
import { type Detail, refuseAll } from '../http/api-error.ts';
import { message } from '../messages/say.ts';
import { industryLabel } from './industries.ts';
import { listParks } from './queries.ts';

/**
 * The credit code as it is stored. What can never be a code is refused; a failing check character only until a person
 * says that it was compared with the licence, because real codes exist that fail it.
 */
export function checkCode(
  code: string,
  isConfirmed: boolean,
): { readonly code: string; readonly problems: readonly Detail[] } {
  const { normalized, problems } = checkCreditCode(code);
  const counting = problems.filter(({ level }) => level === 'error' || !isConfirmed);
  return {
    code: normalized,
    problems: counting.map(({ code: what, level, position, expected }) => ({
      path: 'creditCode',
      message: message(`api.detail.code.${what}`, { position: String(position ?? ''), expected: expected ?? '' }),
      fix: message(level === 'warn' ? 'api.fix.confirm-code' : 'api.fix.check-licence'),
    })),
  };
}

interface Checked {
  readonly industryCode?: string | undefined;
  readonly parkId?: string | null | undefined;
  readonly registeredOn?: string | undefined;
}

/** What no contract can tell: whether the industry and the park exist, whether the day of registration has come. */
export async function checkProfile(db: Reader, given: Checked, today: string): Promise<readonly Detail[]> {
  const problems: Detail[] = [];
  if (given.industryCode !== undefined && industryLabel(given.industryCode) === undefined)
    problems.push(detail('industryCode', 'no-industry', 'choose-industry'));
  if (typeof given.parkId === 'string') {
    const park = (await listParks(db)).find(({ id }) => id === given.parkId);
    if (!park || park.retiredAt !== null) problems.push(detail('parkId', 'no-park', 'choose-park'));
  }
  if (given.registeredOn !== undefined && given.registeredOn > today)
    problems.push(detail('registeredOn', 'day-to-come', 'check-licence'));
  return problems;
}

export function refuseProblems(problems: readonly Detail[]): void {
  if (problems.length > 0) throw refuseAll('invalid-request', problems);
}

const detail = (path: string, what: string, fix: string): Detail => ({
  path,
  message: message(`api.detail.${what}`),
  fix: message(`api.fix.${fix}`),
});
