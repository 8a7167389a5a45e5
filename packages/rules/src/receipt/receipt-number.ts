import { ALPHABET31, checkChar31 } from '../identity/alphabet31.ts';
import { normalizeCode } from '../identity/code-text.ts';
import type { IsoDate } from '../policy/document.ts';

const SIGNS = 7;
const SHAPE = /^TD-(\d{4})-([0-9A-Z]{4})-([0-9A-Z]{4})$/;

/**
 * The short number of a receipt for people (凭证编号), `TD-2026-XXXX-XXXX`: year of the decision, seven characters of the
 * hash and a check character, in the alphabet of the credit code (no I, O, S, V, Z). It is a handle, not a key: among
 * 100,000 receipts of one year two may share it; the hash tells them apart.
 */
export function receiptNumber(decidedOn: IsoDate, hash: string): string {
  const year = decidedOn.slice(0, 4);
  let rest = BigInt(`0x${hash.replace('sha256:', '')}`);
  let signs = '';
  for (let i = 0; i < SIGNS; i += 1) {
    signs += ALPHABET31.charAt(Number(rest % 31n));
    rest /= 31n;
  }
  const whole = signs + checkChar31(year + signs);
  return `TD-${year}-${whole.slice(0, 4)}-${whole.slice(4)}`;
}

/** Decides whether a typed receipt number is intact; one wrong character and one swap of neighbours are always seen. */
export function isReceiptNumber(text: string): boolean {
  const parts = SHAPE.exec(normalizeCode(text));
  if (!parts) return false;
  const [, year = '', first = '', second = ''] = parts;
  const body = year + first + second.slice(0, 3);
  return [...body].every((c) => ALPHABET31.includes(c)) && second.charAt(3) === checkChar31(body);
}
