import type { Person } from '@tidu/api/identity/people/contract';

interface Words {
  readonly disabled: string;
  readonly lockedState: string;
  readonly noFactor: string;
  readonly active: string;
}

/** The state of an account in one word, the gravest first. */
export function stateOf({ disabledAt, lockedUntil, secondFactor, kind }: Person, m: Words): string {
  if (disabledAt !== null) return m.disabled;
  if (lockedUntil !== null) return m.lockedState;
  return kind === 'staff' && !secondFactor ? m.noFactor : m.active;
}
