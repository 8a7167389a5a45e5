import { open } from 'node:fs/promises';
import { readZipClaim } from '@tidu/rules';

export interface ZipDirectory {
  readonly names: readonly string[];
  readonly unpackedBytes: number;
}

/** The directory of an office document is a few KB; it must lie in the last 4 MB, or the file is refused. */
const MOST_READ = 4 * 2 ** 20;

/** What a zip file says of itself, read from its end: nothing is unpacked. Undefined where that cannot be read. */
export async function readZipDirectory(path: string): Promise<ZipDirectory | undefined> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const startsAt = Math.max(0, size - MOST_READ);
    const bytes = new Uint8Array(size - startsAt);
    await file.read(bytes, 0, bytes.length, startsAt);
    const claim = readZipClaim(bytes, startsAt);
    return claim && { names: namesIn(bytes, startsAt, claim.entries), unpackedBytes: claim.unpackedBytes };
  } finally {
    await file.close();
  }
}

/** Names of the entries; the claim has walked the same directory before, so it is whole. */
function namesIn(bytes: Uint8Array, startsAt: number, entries: number): readonly string[] {
  const view = new DataView(bytes.buffer);
  const text = new TextDecoder();
  const end = Buffer.from(bytes.buffer).lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = view.getUint32(end + 16, true) - startsAt;
  return Array.from({ length: entries }, () => {
    const [name, extra, comment] = [28, 30, 32].map((part) => view.getUint16(at + part, true));
    const found = text.decode(bytes.subarray(at + 46, at + 46 + (name ?? 0)));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    return found;
  });
}
