import { ParamNotInForce } from '@tidu/rules';
import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import type * as z from 'zod';
import { isBusy } from '../db/busy.ts';
import { ApiError, refuseAll } from './api-error.ts';
import { type AppEnv, localeFor } from './request-context.ts';
import { detailsOfIssues } from './schema-details.ts';

/** Writes a refusal in the one error shape, in the reader's language. */
export function respondWith(c: Context<AppEnv>, error: ApiError): Response {
  for (const [name, value] of Object.entries(error.extras.headers ?? {})) c.header(name, value);
  c.header('Cache-Control', 'no-store');
  return c.json(error.toBody(localeFor(c), c.get('requestId')), error.status);
}

/** Known refusals are told; anything else is a fault of ours: a fixed text for the caller, the place for the log. */
export const onError =
  (log: Logger): ErrorHandler<AppEnv> =>
  (error, c) => {
    if (error instanceof ApiError) return respondWith(c, error);
    if (error instanceof HTTPException && error.status === 415)
      return respondWith(c, wrongContentType('application/json'));
    if (error instanceof HTTPException && error.status === 400) return respondWith(c, new ApiError(400, 'broken-json'));
    if (error instanceof ParamNotInForce) return respondWith(c, new ApiError(422, 'figure-not-in-force'));
    logFault(log, c.get('requestId'), error);
    if (isBusy(error)) return respondWith(c, new ApiError(503, 'database-busy', { headers: { 'Retry-After': '1' } }));
    return respondWith(c, new ApiError(500, 'internal'));
  };

/** INVARIANT (logs-hold-no-figures): a message may quote a value, so only the kind of error and its place are kept. */
export function logFault(log: Logger, requestId: string, fault: unknown): void {
  const { name, stack = '' } = fault instanceof Error ? fault : new Error();
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  log.error({ requestId, error: name, at: places.slice(0, 12).map((line) => line.trim()) }, 'fault');
}

export const onNotFound: NotFoundHandler<AppEnv> = (c) => respondWith(c, new ApiError(404, 'not-found'));

export const onWrongMethod = (c: Context<AppEnv>, allowed: readonly string[]): Response => {
  const allow = allowed.join(', ');
  return respondWith(
    c,
    new ApiError(405, 'method-not-allowed', { args: { method: c.req.method, allow }, headers: { Allow: allow } }),
  );
};

export const wrongContentType = (wanted: string): ApiError =>
  new ApiError(415, 'wrong-content-type', {
    args: { wanted },
    details: [
      {
        path: 'Content-Type',
        message: { key: 'api.wrong-content-type', args: { wanted } },
        fix: { key: 'api.fix.content-type', args: { wanted } },
      },
    ],
  });

type Checked =
  | { readonly success: true }
  | { readonly success: false; readonly error: { readonly issues: readonly z.core.$ZodIssue[] } };

/** What every route does with a request its contract refuses. */
export const onInvalid = (result: Checked): undefined => {
  if (!result.success) throw refuseAll('invalid-request', detailsOfIssues(result.error.issues));
};
