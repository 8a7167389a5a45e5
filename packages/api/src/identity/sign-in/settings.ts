/** What the office decides about sign-in; every figure is a setting (see docs/operations.md). */
export interface SignInSettings {
  /** Least length of a password of one kind of characters, and of one with three kinds. */
  readonly passwordLength: number;
  readonly passwordLengthMixed: number;
  /** Failures in a row until an account, or a client, is locked, and for how long. */
  readonly failures: number;
  readonly clientFailures: number;
  readonly lockMinutes: number;
  readonly idleMinutes: PerKind;
  readonly sessionHours: PerKind;
  readonly codeMinutes: number;
  readonly invitationDays: number;
  readonly setUpHours: number;
}

interface PerKind {
  readonly staff: number;
  readonly firm: number;
}

export const DEFAULT_SETTINGS: SignInSettings = {
  passwordLength: 12,
  passwordLengthMixed: 10,
  failures: 5,
  clientFailures: 30,
  lockMinutes: 15,
  idleMinutes: { staff: 30, firm: 720 },
  sessionHours: { staff: 12, firm: 168 },
  codeMinutes: 10,
  invitationDays: 7,
  setUpHours: 24,
};
