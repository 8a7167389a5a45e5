import { readingHeaders } from '../../shared/api/read-json.ts';
import { failureOf } from '../../shared/api/request-failed.ts';
import { newKey } from '../../shared/api/send-json.ts';

/** Sends a file as it is and reads the answer. Throws `RequestFailed`. */
export async function sendFile<T>(path: string, file: Blob, type: string): Promise<T> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { ...readingHeaders(), 'content-type': type, 'idempotency-key': newKey() },
    body: file,
  });
  if (!response.ok) throw await failureOf(response, path);
  return (await response.json()) as T;
}
