import { AsyncLocalStorage } from 'node:async_hooks';
import type { Act } from '../../audit/act.ts';

/** What the library's writes need to know of the request they happen in: it does not hand its own context on. */
export interface SignInContext {
  readonly act: Omit<Act, 'database'>;
  /** Sessions that are begun now have shown the second factor. */
  secondFactor: boolean;
  /** The session that is begun now is ended at once, because the second factor is still to come. */
  readonly isHalfWay: boolean;
  /** The person comes by the single sign-on, which is for staff alone. */
  readonly isSingleSignOn: boolean;
  /** Sessions that are half-way. */
  readonly begun: Set<string>;
}

export const signInContext = new AsyncLocalStorage<SignInContext>();

interface Begin {
  readonly secondFactor?: boolean;
  readonly isHalfWay?: boolean;
  readonly isSingleSignOn?: boolean;
}

export const inSignIn = <T>(
  act: Omit<Act, 'database'>,
  { secondFactor = false, isHalfWay = false, isSingleSignOn = false }: Begin,
  work: () => Promise<T>,
): Promise<T> => signInContext.run({ act, secondFactor, isHalfWay, isSingleSignOn, begun: new Set() }, work);
