import type { Actor } from '../identity/actor.ts';
import type { Duty } from './duties.ts';

/** All a guard may look at: counts kept on the case itself, the scheme, and who has had a hand in it. */
export interface GuardView {
  readonly openTasks: number;
  readonly openConflicts: number;
  readonly openCorrections: number;
  readonly openDeferrals: number;
  readonly openScores: number;
  readonly openObjections: number;
  readonly promiseSigned: boolean;
  readonly deferralAllowed: boolean;
  readonly windowOpen: boolean;
  readonly hasPanel: boolean;
  readonly ranks: boolean;
  /** The ranking has placed the case, or is not needed. */
  readonly isPlaced: boolean;
  /** The panel has closed its scores, or is not needed. */
  readonly isScored: boolean;
  /** The last day of the running clock is over. */
  readonly isTimeOver: boolean;
  /** A time limit of the firm itself (correction, deferred material) has passed. */
  readonly isFirmLate: boolean;
  /** People who had a share in the case, by duty; users of the firm count as `submit`. */
  readonly shares: readonly { readonly userId: string; readonly duty: Duty }[];
  readonly actor: Actor | 'system';
  readonly duty: Duty | undefined;
  readonly reason: string | undefined;
  readonly clause: string | undefined;
}

export const GUARD_KEYS = [
  'window-open',
  'every-correction-made',
  'different-person',
  'promise-signed',
  'deferral-allowed',
  'time-over',
  'in-time',
  'firm-is-late',
  'reason-given',
  'clause-given',
  'every-task-answered',
  'no-open-conflict',
  'no-open-deferral',
  'no-open-objection',
  'scheme-has-panel',
  'panel-done',
  'scheme-ranks',
  'ranking-done',
] as const;
export type GuardKey = (typeof GUARD_KEYS)[number];

/** Guards that only the form of the act itself can meet; a button is offered before they are. */
export const FILLED_IN_LATER: readonly GuardKey[] = ['reason-given', 'clause-given', 'promise-signed'];

/** Whether the person has a share in the case under another duty. */
export const hasOtherShare = (userId: string, duty: Duty | undefined, shares: GuardView['shares']): boolean =>
  shares.some((share) => share.userId === userId && share.duty !== duty);

const isWritten = (text: string | undefined): boolean => (text?.trim().length ?? 0) > 0;

/** Whether each condition holds. INVARIANT (different-person): nobody has a share in two duties of one case. */
export const GUARDS: Readonly<Record<GuardKey, (view: GuardView) => boolean>> = {
  'window-open': (view) => view.windowOpen,
  'every-correction-made': (view) => view.openCorrections === 0,
  'different-person': ({ actor, duty, shares }) => actor === 'system' || !hasOtherShare(actor.userId, duty, shares),
  'promise-signed': (view) => view.promiseSigned,
  'deferral-allowed': (view) => view.deferralAllowed,
  'time-over': (view) => view.isTimeOver,
  'in-time': (view) => !view.isTimeOver,
  'firm-is-late': (view) => view.isFirmLate,
  'reason-given': (view) => isWritten(view.reason),
  'clause-given': (view) => isWritten(view.clause),
  'every-task-answered': (view) => view.openTasks === 0,
  'no-open-conflict': (view) => view.openConflicts === 0,
  'no-open-deferral': (view) => view.openDeferrals === 0,
  'no-open-objection': (view) => view.openObjections === 0,
  'scheme-has-panel': (view) => view.hasPanel,
  'panel-done': (view) => !view.hasPanel || view.isScored,
  'scheme-ranks': (view) => view.ranks,
  'ranking-done': (view) => !view.ranks || view.isPlaced,
};
