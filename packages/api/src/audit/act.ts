import type { WriteContext } from '../db/with-transaction.ts';
import type { Actor } from '../identity/actor.ts';

/** Who acts: a person, or the system when time has passed or a command is run. */
export type ActingParty = Actor | 'system';

/** What every verb takes first: where to write, who acts, when, and under which request. */
export interface Act {
  readonly database: WriteContext;
  readonly actor: ActingParty;
  readonly now: Date;
  readonly requestId: string;
}

/** An act that only a person can do. */
export interface PersonalAct extends Act {
  readonly actor: Actor;
}

/** The same act inside a transaction. */
export const within = <A extends Act>(act: A, database: WriteContext): A => ({ ...act, database });
