import type * as z from 'zod';
import { message } from '../messages/say.ts';
import type { Detail } from './api-error.ts';

type Issue = z.core.$ZodIssue;

/** Every issue a contract found in a request, as details with words and a fix; one per unknown field. */
export const detailsOfIssues = (issues: readonly Issue[]): readonly Detail[] => issues.flatMap(ofIssue);

function ofIssue(issue: Issue): readonly Detail[] {
  const path = issue.path.join('.');
  const field = String(issue.path.at(-1) ?? '');
  switch (issue.code) {
    case 'unrecognized_keys':
      // The contract puts the fields there are into the message.
      return issue.keys.map((key) => ({
        path: path === '' ? key : `${path}.${key}`,
        message: message('api.detail.unknown-field', { field: key.slice(0, 100) }),
        fix: message('api.fix.known-fields', { known: issue.message }),
      }));
    case 'invalid_type':
      return [issue.input === undefined && isMissing(issue) ? missing(path, field) : wrongType(path, issue.expected)];
    case 'invalid_value':
      return [detail(path, 'bad-word', 'use-one-of', { values: issue.values.map(String).join(', ') })];
    case 'too_small':
      if (isNumber(issue.origin)) return [detail(path, 'too-low', 'raise', { least: String(issue.minimum) })];
      return [detail(path, 'too-short', 'add-field', { field })];
    case 'too_big':
      if (isNumber(issue.origin)) return [detail(path, 'too-high', 'lower', { most: String(issue.maximum) })];
      return [detail(path, 'too-long', 'shorten', { most: String(issue.maximum) })];
    case 'custom':
      return [
        issue.params?.problem === 'bad-date'
          ? detail(path, 'bad-date', 'write-date')
          : { path, message: message('api.detail.invalid') },
      ];
    default:
      return [{ path, message: message('api.detail.invalid') }];
  }
}

const isNumber = (origin: string): boolean => ['number', 'int', 'bigint'].includes(origin);

// zod leaves the input out of its issues, but says "received undefined" where nothing was given.
const isMissing = (issue: Issue): boolean => issue.message.includes('received undefined');

const missing = (path: string, field: string): Detail =>
  detail(path, 'missing', 'add-field', { field: field || 'body' });

const wrongType = (path: string, expected: string): Detail => ({
  path,
  message: message(`api.detail.wrong-type.${expected}`),
  fix: message(`api.fix.use-type.${expected}`),
});

const detail = (path: string, what: string, fix: string, args: Readonly<Record<string, string>> = {}): Detail => ({
  path,
  message: message(`api.detail.${what}`, args),
  fix: message(`api.fix.${fix}`, args),
});
