import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { wrongContentType } from '../http/error-responses.ts';
import type { AppEnv } from '../http/request-context.ts';
import { SANDBOXED } from '../http/security-headers.ts';
import type { FileRow } from './queries.ts';
import { fileTooLarge } from './upload-file.ts';

export const OCTETS = 'application/octet-stream';

/** Only these are ever shown by the browser itself; the rest is for saving. */
const INLINE = /^(image\/(png|jpeg|webp)|application\/pdf)$/;

/** A file is sent as it is, and one that says it is too large is not read at all. */
export function requireUpload(c: Context, limitBytes: number): void {
  if (c.req.header('Content-Type') !== OCTETS) throw wrongContentType(OCTETS);
  if (Number(c.req.header('Content-Length') ?? 0) > limitBytes) throw fileTooLarge(limitBytes);
}

export const contentOf = (c: Context): AsyncIterable<Uint8Array> =>
  c.req.raw.body ? Readable.fromWeb(c.req.raw.body as never) : Readable.from([]);

interface Opened {
  readonly file: FileRow;
  readonly content: Readable;
}

/** What somebody sent, as a stream that the browser runs nothing of. */
export function fileResponse(c: Context<AppEnv>, { file, content }: Opened, as: 'download' | 'preview') {
  c.header('Content-Type', file.mediaType);
  c.header('Content-Length', String(file.sizeBytes));
  // The name twice: plain for what knows no other, and as it is.
  const plain = file.name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const name = `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, escapeChar)}`;
  const how = as === 'preview' && INLINE.test(file.mediaType) ? 'inline' : 'attachment';
  c.header('Content-Disposition', `${how}; ${name}`);
  c.header('Cache-Control', 'no-store, no-transform');
  c.set(SANDBOXED, true);
  return c.body(Readable.toWeb(content) as ReadableStream);
}

const escapeChar = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
