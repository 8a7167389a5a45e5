import type { Act } from '../audit/act.ts';
import { dayInChina } from '../day-in-china.ts';
import type { StoredScheme } from '../schemes/queries.ts';
import type { GuardView } from './guards.ts';
import type { ApplicationEvent, ApplicationRow } from './queries.ts';
import { STATES } from './states.ts';

export interface Said {
  readonly reason?: string;
  readonly clause?: string;
}

/** What is known of the case beside its row. */
export interface Surroundings {
  readonly scheme: StoredScheme;
  readonly events: readonly ApplicationEvent[];
  readonly hasPromise: boolean;
  readonly mayDefer: boolean;
  /** A promised day has passed without the material. */
  readonly hasBrokenPromise: boolean;
}

/** Everything the guards look at, from rows already read. */
export function guardView(
  row: ApplicationRow,
  around: Surroundings,
  act: Omit<Act, 'database'>,
  said: Said = {},
): GuardView {
  const today = dayInChina(act.now);
  const { document } = around.scheme;
  const isTimeOver = row.dueOn !== null && row.dueOn < today;
  return {
    openTasks: row.openTasks,
    openConflicts: row.openConflicts,
    openCorrections: row.openCorrections,
    openDeferrals: row.openDeferrals,
    openScores: row.openScores,
    openObjections: row.openObjections,
    promiseSigned: around.hasPromise,
    deferralAllowed: around.mayDefer,
    windowOpen: around.scheme.status === 'published' && isOpen(document.window, today),
    hasPanel: document.panel?.isUsed ?? false,
    ranks: document.ranks,
    isPlaced: row.isPlaced,
    isScored: row.isScored,
    isTimeOver,
    isFirmLate: around.hasBrokenPromise || (STATES[row.state].turn === 'firm' && isTimeOver),
    shares: around.events.flatMap(({ by, duty }) => (duty === null ? [] : [{ userId: by, duty }])),
    actor: act.actor,
    duty: undefined,
    reason: said.reason,
    clause: said.clause,
  };
}

function isOpen(window: StoredScheme['document']['window'], today: string): boolean {
  return window.kind === 'all-year' || (window.opensOn <= today && today <= window.closesOn);
}
