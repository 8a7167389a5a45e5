import { randomBytes, scryptSync } from 'node:crypto';
import type { AuthOptions } from '../src/identity/sign-in/create-auth.ts';

/** The real kind of password hash at next to no cost: one at full cost takes longer than the rest of a test. */
export const quickHashing: NonNullable<AuthOptions['hashing']> = {
  hash: async (password) => {
    const salt = randomBytes(16).toString('hex');
    return `${salt}:${keyOf(password, salt)}`;
  },
  verify: async ({ hash, password }) => {
    const [salt = '', key] = hash.split(':');
    return keyOf(password, salt) === key;
  },
};

const keyOf = (password: string, salt: string): string =>
  scryptSync(password.normalize('NFKC'), salt, 32, { N: 2 }).toString('hex');
