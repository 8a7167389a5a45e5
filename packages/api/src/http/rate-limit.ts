import type { Context, MiddlewareHandler } from 'hono';
import { ApiError } from './api-error.ts';
import type { AppEnv } from './request-context.ts';

const MOST_CLIENTS = 20_000;

interface Bucket {
  left: number;
  at: number;
}

export interface RateLimit {
  /** Of one client; 0 for no limit. */
  readonly perMinute: number;
  readonly now: () => number;
  readonly client: (c: Context) => string;
}

/**
 * A bucket of `perMinute` requests a client that fills steadily. Counted in this process; several processes need the
 * proxy in front to count. Memory is bounded: of too many clients the one not seen for longest is forgotten.
 */
export function limitRate({ perMinute, now, client }: RateLimit): MiddlewareHandler<AppEnv> {
  const buckets = new Map<string, Bucket>();
  const take = (key: string): number => {
    const at = now();
    const known = buckets.get(key);
    const left = known ? Math.min(perMinute, known.left + ((at - known.at) / 60_000) * perMinute) : perMinute;
    buckets.delete(key);
    buckets.set(key, { left: left >= 1 ? left - 1 : left, at });
    const oldest = buckets.size > MOST_CLIENTS ? buckets.keys().next() : undefined;
    if (oldest?.value !== undefined) buckets.delete(oldest.value);
    return left >= 1 ? 0 : Math.ceil(((1 - left) * 60) / perMinute);
  };
  return async (c, next) => {
    const seconds = perMinute === 0 ? 0 : take(client(c));
    if (seconds > 0) throw tooMany('too-many-requests', seconds);
    await next();
  };
}

export const tooMany = (code: string, seconds: number): ApiError =>
  new ApiError(429, code, { args: { seconds: String(seconds) }, headers: { 'Retry-After': String(seconds) } });
