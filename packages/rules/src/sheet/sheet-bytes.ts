/** What an uploaded workbook claims to unpack to; read from the end of the file before anything is unpacked. */
export interface ZipClaim {
  readonly entries: number;
  readonly unpackedBytes: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ZIP64 = 0xffffffff;

/**
 * Adds up the sizes in the central directory of a zip file (an .xlsx is one), so that a zip bomb is refused unopened.
 * Undefined where the file is no whole zip file or uses 64-bit sizes, which no sheet of firms needs. Of a large file its end
 * is enough: `startsAt` is where in the file `bytes` begins.
 */
export function readZipClaim(bytes: Uint8Array, startsAt = 0): ZipClaim | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true) - startsAt;
  if (at < 0) return undefined;
  let unpackedBytes = 0;
  for (let i = 0; i < entries; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) return undefined;
    const size = view.getUint32(at + 24, true);
    if (size === ZIP64) return undefined;
    unpackedBytes += size;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { entries, unpackedBytes };
}

function findEnd(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return undefined;
}

/** Text of a CSV file: by its byte-order mark, else UTF-8, else GB18030 (what Excel in Chinese saves). */
export function decodeSheetText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
