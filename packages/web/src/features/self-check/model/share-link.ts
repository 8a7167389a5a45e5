import type { Facts } from '@tidu/rules';
import { type Draft, isRecord, readHead, readStates } from './draft.ts';

/** What a link carries: answers and dates, nothing that names the firm. */
export type Shared = Pick<Draft, 'facts' | 'filing' | 'fiscalYear' | 'park'>;
export type ReadLink = { readonly shared: Shared } | { readonly problem: 'broken' | 'newer' | 'long' };

const KEY = 'f=';
const FORMAT = 1;
/** Longer links are cut by chat and mail programs. */
export const LONGEST_LINK = 8000;
/** What a fragment may unpack to; a firm with every answer is under 10 KB. */
const LONGEST_TEXT = 200_000;

const hasPacking = (): boolean => typeof CompressionStream === 'function' && typeof DecompressionStream === 'function';

/** The facts in a URL fragment, which browsers never send: `#f=` and base64url of deflated JSON. */
export async function fragmentOf({ facts, filing, fiscalYear, park }: Shared): Promise<string | undefined> {
  if (!hasPacking()) return undefined;
  const body = { format: FORMAT, facts: withoutSources(facts), filing, fiscalYear, park };
  const packed = await pass(new TextEncoder().encode(JSON.stringify(body)), new CompressionStream('deflate-raw'));
  const text = `#${KEY}${toBase64Url(packed)}`;
  return text.length > LONGEST_LINK ? undefined : text;
}

export const hasShared = (hash: string): boolean => hash.replace(/^#/, '').startsWith(KEY);

/** Reads a fragment; whatever was cut or changed on the way is a problem, never a half-read firm. */
export async function readFragment(hash: string): Promise<ReadLink> {
  const text = hash.replace(/^#/, '').slice(KEY.length);
  if (text.length > LONGEST_LINK * 2) return { problem: 'long' };
  try {
    const bytes = fromBase64Url(text);
    const unpacked = await pass(bytes, new DecompressionStream('deflate-raw'), LONGEST_TEXT);
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(unpacked));
    if (!isRecord(json) || !isRecord(json.facts) || typeof json.format !== 'number') return { problem: 'broken' };
    if (json.format > FORMAT) return { problem: 'newer' };
    const { creditCode: _never, ...head } = readHead(json);
    return { shared: { facts: readStates(json.facts), ...head } };
  } catch {
    return { problem: 'broken' };
  }
}

// Where a figure came from is nobody's business but the sender's.
const withoutSources = (facts: Facts): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([id, state]) => [id, 'known' in state ? { known: state.known } : state]),
  );

async function pass(
  bytes: Uint8Array,
  through: CompressionStream | DecompressionStream,
  longest = Infinity,
): Promise<Uint8Array> {
  const source = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(through);
  const reader = (source as ReadableStream<Uint8Array>).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > longest) throw new RangeError('too long');
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const fromBase64Url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
