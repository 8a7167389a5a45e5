import { readingHeaders } from './read-json.ts';
import { RequestFailed } from './request-failed.ts';

interface Sending {
  /** From 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a file as it is. XMLHttpRequest, because fetch tells nothing of how far an upload has come. */
export function sendBytes<T>(path: string, file: File, { onProgress, signal, headers = {} }: Sending): Promise<T> {
  const to = `${path}?name=${encodeURIComponent(file.name)}`;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', to);
    for (const [name, value] of Object.entries({ ...readingHeaders(), ...headers }))
      request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.onload = () =>
      request.status === 201
        ? resolve(request.response as T)
        : reject(new RequestFailed(request.status, to, request.response ?? undefined));
    request.onerror = () => reject(new RequestFailed(0, to));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
