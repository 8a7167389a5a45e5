import type { EvidenceFile } from '@tidu/api/files/contract';
import { readingHeaders } from '../../shared/api/read-json.ts';
import { RequestFailed } from '../../shared/api/request-failed.ts';
import { filesPath } from './queries.ts';

interface Sending {
  /** From 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** Sends a file as it is. XMLHttpRequest, because fetch tells nothing of how far an upload has come. */
export function sendFile(firmId: string, file: File, { onProgress, signal }: Sending): Promise<EvidenceFile> {
  const path = `${filesPath(firmId)}?name=${encodeURIComponent(file.name)}`;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(readingHeaders())) request.setRequestHeader(name, value);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () =>
      request.status === 201
        ? resolve(request.response as EvidenceFile)
        : reject(new RequestFailed(request.status, path, request.response ?? undefined));
    request.onerror = () => reject(new RequestFailed(0, path));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
