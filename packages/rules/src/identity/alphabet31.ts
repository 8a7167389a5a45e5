/** The 31 characters of GB 32100-2015, each worth its index: digits and capitals without I, O, S, V and Z. */
export const ALPHABET31 = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/**
 * Check character of GB 32100-2015 for characters of the alphabet above (mod 31, weights 3^i).
 * All weights differ for up to 30 characters and 31 is prime, so one wrong character and one swap of neighbours are always seen.
 * Throws on a character outside the alphabet.
 */
export function checkChar31(characters: string): string {
  let sum = 0;
  let weight = 1;
  for (const c of characters) {
    const value = ALPHABET31.indexOf(c);
    if (value < 0) throw new RangeError(`not a character of GB 32100: ${c}`);
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET31.charAt((31 - (sum % 31)) % 31);
}
