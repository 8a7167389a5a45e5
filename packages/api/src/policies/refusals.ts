import type { Dates, PolicyDoc } from '@tidu/rules';
import { ApiError } from '../http/api-error.ts';
import { message } from '../messages/say.ts';

const unique = (values: readonly string[]): string => [...new Set(values)].join(', ');

export const unknownPolicy = (policy: string, known: readonly string[], path = 'id'): ApiError =>
  new ApiError(404, 'unknown-policy', {
    args: { policy },
    details: [
      {
        path,
        message: message('api.unknown-policy', { policy }),
        fix: message('api.fix.known-policies', { known: unique(known) }),
      },
    ],
  });

export const unknownVersion = (policy: string, from: string, known: readonly string[]): ApiError =>
  new ApiError(404, 'unknown-version', {
    args: { policy, from },
    details: [
      {
        path: 'inForceFrom',
        message: message('api.unknown-version', { policy, from }),
        fix: message('api.fix.known-versions', { known: unique(known) }),
      },
    ],
  });

/** A version is in force, but not for the firm's park. */
export const notForPark = (policy: string, parks: readonly string[]): ApiError =>
  new ApiError(422, 'not-for-park', {
    args: { policy },
    details: [
      {
        path: 'park',
        message: message('api.not-for-park', { policy }),
        fix: message('api.fix.parks', { parks: unique(parks) }),
      },
    ],
  });

/** No version in force: the day that was looked at, and the nearest days on which there was or will be one. */
export function notInForce(
  policy: Pick<PolicyDoc, 'id' | 'applies'>,
  dates: Dates,
  on: string,
  gap: { readonly lastTo?: string; readonly nextFrom?: string },
): ApiError {
  const path = `dates.${dates[policy.applies] === undefined ? 'decision' : policy.applies}`;
  const fix = message('api.fix.other-date');
  const details = [
    ...(gap.lastTo ? [{ path, message: message('api.detail.last-to', { lastTo: gap.lastTo }), fix }] : []),
    ...(gap.nextFrom ? [{ path, message: message('api.detail.next-from', { nextFrom: gap.nextFrom }), fix }] : []),
  ];
  return new ApiError(422, 'not-in-force', {
    args: { policy: policy.id, on },
    details: details.length > 0 ? details : [{ path, message: message('api.detail.no-version'), fix }],
    notInForce: gap,
  });
}
