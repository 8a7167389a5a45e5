import { readingHeaders } from './read-json.ts';
import { failureOf } from './request-failed.ts';

type Writing = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface SendOptions {
  readonly signal?: AbortSignal;
  /** The same key for the same act: a repeat after a broken connection is answered, not done again. */
  readonly key?: string;
}

/**
 * Sends a change to the API and reads the answer; an empty answer is `undefined`. Every call carries an Idempotency-Key.
 * Throws `RequestFailed`.
 */
export async function sendJson<T = undefined>(
  method: Writing,
  path: string,
  body?: unknown,
  { signal, key = newKey() }: SendOptions = {},
): Promise<T> {
  const response = await fetch(path, {
    method,
    ...(signal && { signal }),
    headers: { ...readingHeaders(), 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body ?? {}),
  });
  if (!response.ok) throw await failureOf(response, path);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

// `crypto.randomUUID` is missing where a page is opened over plain http from another machine.
export const newKey = (): string =>
  crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16)).join('');
