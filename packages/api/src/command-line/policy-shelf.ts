import { asOf, type Dates, parseDay } from '@tidu/rules';
import { shipped } from '../config.ts';
import { dayInChina } from '../day-in-china.ts';
import { type PickedPolicy, pickPolicy } from '../evaluations/pick-policy.ts';
import { ApiError } from '../http/api-error.ts';
import { type Locale, message, say } from '../messages/say.ts';
import { readPolicyFiles } from '../policies/read-policy-files.ts';
import { CommandError } from './command-error.ts';
import { labelIn } from './label-in.ts';

/** Options that name the policy and the days; the same for every command that decides. */
export interface PolicyOptions {
  readonly policy: string;
  readonly date?: string;
  readonly filing?: string;
  readonly fiscalYearEnd?: string;
  readonly locale: Locale;
}

/** The days a command decides on; the day of decision is today in China unless it is given. */
export function datesOf(options: PolicyOptions): Dates {
  const check = (option: string, day: string | undefined): string | undefined => {
    if (day === undefined || parseDay(day) !== undefined) return day;
    throw new CommandError(`${option} ${day}：不是存在的日期，请写成 2026-03-31 · not a day that exists`, 2);
  };
  const decision = check('--date', options.date) ?? dayInChina(new Date());
  const filing = check('--filing', options.filing);
  const fiscalYearEnd = check('--fiscal-year-end', options.fiscalYearEnd);
  return { decision, ...(filing ? { filing } : {}), ...(fiscalYearEnd ? { fiscalYearEnd } : {}) };
}

/** The shipped policy version in force; the command line needs no database. */
export function pickShipped(options: PolicyOptions, dates: Dates): PickedPolicy {
  const versions = readPolicyFiles(shipped.policiesDir).map((file) => ({
    doc: file.doc,
    hash: file.hash,
    isUsed: true,
  }));
  try {
    return pickPolicy(versions, options.policy, dates);
  } catch (error) {
    if (error instanceof ApiError) throw new CommandError(describeRefusal(error, options.locale), 2);
    throw error;
  }
}

/** A refusal of the API in the words of the command line: the message, then every place and how to put it right. */
export function describeRefusal(refusal: ApiError, locale: Locale): string {
  const { message, details } = refusal.toBody(locale, '').error;
  const lines = details.map((d) => `  ${d.path}  ${d.message}${d.fix ? `  → ${d.fix}` : ''}`);
  return [message, ...lines].join('\n');
}

/** One line that says which version was used and on which day. */
export const headingOf = ({ version: { doc } }: PickedPolicy, dates: Dates, locale: Locale): string => {
  const { id, version, inForce } = doc;
  const label = labelIn([doc], id, locale);
  return say(message('cli.heading', { label, id, version, from: inForce.from, on: asOf(doc, dates) }), locale);
};
