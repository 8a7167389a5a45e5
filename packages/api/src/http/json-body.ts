import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { message } from '../messages/say.ts';
import { ApiError, type Detail, refuseAll } from './api-error.ts';
import { wrongContentType } from './error-responses.ts';
import type { AppEnv } from './request-context.ts';

/**
 * Refuses a body larger than `bytes` before or while it is read. Where two patterns of paths meet in one route, the first
 * has read the body within its own limit, and there is nothing left to hold back.
 */
export const limitBody = (bytes: number): MiddlewareHandler => {
  const limit = bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new ApiError(413, 'body-too-large', { args: { limit: `${Math.floor(bytes / 1024)} KiB` } });
    },
  });
  return async (c, next) => (c.req.raw.bodyUsed ? next() : limit(c, next));
};

const JSON_TYPE = /^application\/json\s*(;\s*charset=utf-8\s*)?$/i;

/** Refuses what does not say it is JSON, and what says so but is not, with the place where it breaks. */
export const requireJson = (): MiddlewareHandler<AppEnv> => async (c, next) => {
  if (!JSON_TYPE.test(c.req.header('Content-Type') ?? '')) throw wrongContentType('application/json');
  const text = await c.req.text();
  let hasProto = false;
  try {
    JSON.parse(text, (key, value) => {
      hasProto ||= key === PROTO;
      return value;
    });
  } catch (error) {
    throw brokenJson(text, error);
  }
  // The contracts would leave this one name out in silence, where every other unknown field is refused.
  if (hasProto) throw refuseAll('invalid-request', [unknownField(PROTO)]);
  await next();
};

const PROTO = '__proto__';

const unknownField = (field: string): Detail => ({
  path: field,
  message: message('api.detail.unknown-field', { field }),
  fix: message('api.fix.leave-out'),
});

/** The refusal of JSON that cannot be parsed. The text itself is not repeated: it may hold figures. */
export function brokenJson(text: string, error: unknown): ApiError {
  const position = /position (\d+)/.exec(String(error))?.[1] ?? String(text.length);
  const isEmpty = text.trim() === '';
  const detail: Detail = {
    path: '',
    message: isEmpty ? message('api.empty-body') : message('api.detail.broken-at', { position }),
    fix: message(isEmpty ? 'api.fix.write-json' : 'api.fix.json'),
  };
  return new ApiError(400, 'broken-json', { details: [detail] });
}
