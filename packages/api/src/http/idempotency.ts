import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { hasActed } from '../audit/queries.ts';
import type { Database } from '../db/open-database.ts';
import { ApiError } from './api-error.ts';
import { finishKey, type KeyClaim, releaseKey, reserveKey } from './idempotency-keys.ts';
import type { AppEnv } from './request-context.ts';

const WRITING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const KEY = /^[\x21-\x7e]{8,128}$/;
/** Their answers hold cookies, codes or secrets, which are never kept. */
const NEVER_KEPT = /^\/api\/v1\/(session|account|accounts|setup|invitations|publicity)(\/|$)/;
const MOST_BYTES = 256 * 1024;
const MOST_HASHED = 8 * 2 ** 20;

export interface IdempotencyDeps {
  readonly database: Database;
  readonly clock: () => Date;
}

/**
 * Answers a repeat of a person's change without doing it again (Idempotency-Key). INVARIANT (one-effect): of requests with
 * one key at most one has an effect, also when the process dies between the effect and the answer: an act that was
 * committed stands in the audit trail under the id of its request.
 */
export const keepAnswers =
  (deps: IdempotencyDeps): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const key = c.req.header('Idempotency-Key');
    if (key === undefined || !WRITING.has(c.req.method) || NEVER_KEPT.test(c.req.path)) return next();
    if (!KEY.test(key)) throw new ApiError(422, 'bad-idempotency-key');
    const actor = await c.get('findActor')();
    if (!actor) return next();
    const claim = {
      userId: actor.userId,
      key,
      route: `${c.req.method} ${c.req.path}`,
      bodyDigest: await digestBody(c),
    };
    const found = await reserve(deps, claim, c.get('requestId'));
    if (found === 'mine') return answerOnce(c, next, deps, claim);
    for (const [name, value] of Object.entries(found.headers)) c.header(name, value);
    c.header('Idempotent-Replayed', 'true');
    return new Response(found.body === '' ? null : found.body, { status: found.status, headers: c.res.headers });
  };

async function reserve({ database, clock }: IdempotencyDeps, claim: KeyClaim, requestId: string) {
  const now = clock();
  const found = await reserveKey(database, claim, requestId, now, (earlier) =>
    hasActed(database.read, claim.userId, earlier.requestId, earlier.startedAt),
  );
  if (found === 'other-request') throw new ApiError(422, 'key-for-other-request');
  if (found === 'running') throw new ApiError(409, 'still-running', { headers: { 'Retry-After': '1' } });
  if (found === 'done-unanswered') throw new ApiError(409, 'already-done');
  return found;
}

/** A refusal by us is an answer and is kept; a fault or a busy database is none: the request may be sent again. */
async function answerOnce(
  c: Context<AppEnv>,
  next: () => Promise<void>,
  { database }: IdempotencyDeps,
  claim: KeyClaim,
) {
  try {
    await next();
  } catch (error) {
    await releaseKey(database, claim);
    throw error;
  }
  const type = c.res.headers.get('Content-Type') ?? '';
  const isKept = c.res.status < 500 && c.res.status !== 401 && c.res.status !== 429;
  if (!isKept || (c.res.body !== null && !type.startsWith('application/json'))) return releaseKey(database, claim);
  const body = await c.res.clone().text();
  if (body.length > MOST_BYTES) return releaseKey(database, claim);
  const headers: Record<string, string> = {};
  for (const name of ['Content-Type', 'ETag', 'Location']) {
    const value = c.res.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  await finishKey(database, claim, { status: c.res.status, headers, body });
}

/** JSON by its bytes; a stream, such as a file that is sent up, only by its type and length: it is not read twice. */
async function digestBody(c: Context): Promise<string> {
  const type = c.req.header('Content-Type') ?? '';
  const hash = createHash('sha256').update(new URL(c.req.url).search);
  if (!/^application\/json/i.test(type)) hash.update(`${type}\n${c.req.header('Content-Length') ?? ''}`);
  else for await (const chunk of startOf(c.req.raw.clone().body)) hash.update(chunk);
  return hash.digest('hex');
}

/** A copy is read, so that the limits of the route still see the body; no route takes more JSON than is read here. */
async function* startOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  for (let left = MOST_HASHED; left > 0; ) {
    const { done, value } = await reader.read();
    if (done) return;
    left -= value.byteLength;
    yield value;
  }
  await reader.cancel();
}
