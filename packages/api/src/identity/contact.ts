/** How a person is reached and signs in: a mobile number of the mainland, or an e-mail address. */
export interface Contact {
  readonly kind: 'phone' | 'email';
  /** Eleven digits, or the address in lower case. */
  readonly value: string;
}

const PHONE = /^1[3-9]\d{9}$/;
const EMAIL = /^[^\s@<>"',;:\\()[\]]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/** Reads what a person typed: full-width characters, spaces, dashes and +86 are no mistakes. */
export function readContact(typed: string): Contact | undefined {
  const text = typed.normalize('NFKC').trim().toLowerCase();
  const digits = text.replace(/[\s-]/g, '').replace(/^(\+?86|0086)(?=1)/, '');
  if (PHONE.test(digits)) return { kind: 'phone', value: digits };
  return text.length <= 254 && EMAIL.test(text) && !isPlaceholder(text) ? { kind: 'email', value: text } : undefined;
}

// The sign-in library wants an address for everyone; this domain can never receive mail (RFC 2606).
const NO_MAIL = '@phone.invalid';
export const isPlaceholder = (email: string): boolean => email.endsWith(NO_MAIL);
export const addressFor = ({ kind, value }: Contact): string => (kind === 'email' ? value : `${value}${NO_MAIL}`);
