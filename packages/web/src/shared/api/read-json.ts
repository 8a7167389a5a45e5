import { failureOf } from './request-failed.ts';

/** Reads one answer of the API, e.g. `readJson<PolicyList>('/api/v1/policies', signal)`; throws `RequestFailed`. */
export async function readJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, { ...(signal && { signal }), headers: readingHeaders() });
  if (!response.ok) throw await failureOf(response, path);
  return (await response.json()) as T;
}

/** The server answers in the language of the page, not in that of the browser. */
export const readingHeaders = (): Record<string, string> => ({
  accept: 'application/json',
  'accept-language': document.documentElement.lang === 'en' ? 'en' : 'zh-CN',
});
