import { open } from 'node:fs/promises';
import { decodeSheetText } from '@tidu/rules';
import { fileTypeFromBuffer } from 'file-type';
import { readZipDirectory } from './read-zip-directory.ts';

/** What may be handed in, with the endings a name may have. */
export const FILE_KINDS = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  jpg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  webp: { mediaType: 'image/webp', endings: ['webp'] },
  tif: { mediaType: 'image/tiff', endings: ['tif', 'tiff'] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  ofd: { mediaType: 'application/ofd', endings: ['ofd'] },
  csv: { mediaType: 'text/csv', endings: ['csv'] },
} as const;
export type FileKind = keyof typeof FILE_KINDS;

export type Sniffed =
  | { readonly kind: FileKind; readonly mediaType: string }
  | { readonly refused: 'not-allowed' | 'bomb' | 'macro' }
  /** It is one of the kinds, but not the one its name says. */
  | { readonly refused: 'mismatch'; readonly kind: FileKind };

/** A document of this size unpacked has no place in an application; a bomb has. */
const MOST_UNPACKED = 500 * 2 ** 20;
const HEAD_BYTES = 64 * 1024;

/** Tells by its content what a file is, and whether its name says the same. Nothing is unpacked. */
export async function sniffType(path: string, name: string): Promise<Sniffed> {
  const head = await readHead(path);
  const found = isZip(head) ? await zipKind(path) : await plainKind(head, endingOf(name));
  if (found === 'bomb' || found === 'macro') return { refused: found };
  if (found === undefined) return { refused: 'not-allowed' };
  const { mediaType, endings } = FILE_KINDS[found];
  const isNamedSo = (endings as readonly string[]).includes(endingOf(name));
  return isNamedSo ? { kind: found, mediaType } : { refused: 'mismatch', kind: found };
}

const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

async function readHead(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const isZip = (head: Uint8Array): boolean => head[0] === 0x50 && head[1] === 0x4b;

/** Office documents are zip files; what they are stands in the names of their parts. */
async function zipKind(path: string): Promise<FileKind | 'bomb' | 'macro' | undefined> {
  const directory = await readZipDirectory(path);
  if (!directory) return undefined;
  if (directory.unpackedBytes > MOST_UNPACKED) return 'bomb';
  if (directory.names.some((name) => name.endsWith('vbaProject.bin'))) return 'macro';
  const has = (part: string) => directory.names.includes(part);
  if (has('OFD.xml')) return 'ofd';
  if (!has('[Content_Types].xml')) return undefined;
  return has('xl/workbook.xml') ? 'xlsx' : has('word/document.xml') ? 'docx' : undefined;
}

async function plainKind(head: Uint8Array, ending: string): Promise<FileKind | undefined> {
  const found = await fileTypeFromBuffer(head);
  const kinds = Object.entries(FILE_KINDS) as [FileKind, (typeof FILE_KINDS)[FileKind]][];
  if (found) return kinds.find(([, { mediaType }]) => mediaType === found.mime)?.[0];
  // Plain text has no mark of its own.
  return ending === 'csv' && isText(head) ? 'csv' : undefined;
}

const isText = (head: Uint8Array): boolean => {
  const text = decodeSheetText(head);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what plain text does not hold.
  return !/[\0-\x08\x0e-\x1f]/.test(text) && !/^\s*</.test(text);
};
