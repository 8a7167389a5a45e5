import { createHmac, randomBytes, randomInt } from 'node:crypto';
import type { SecretPurpose } from './purposes.ts';

/** A one-time link holds 256 bits, a code that is typed six digits and few tries. */
export const newToken = (): string => randomBytes(32).toString('base64url');
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

/** Under the secret of the server: six digits could else be found by trying them against the database. */
export const digestSecret = (serverSecret: string, purpose: SecretPurpose, subject: string, value: string): string =>
  createHmac('sha256', serverSecret).update(`${purpose}\n${subject}\n${value}`).digest('hex');
