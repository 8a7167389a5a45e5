/**
 * What moves money of a pool: reserved on publicity, committed on approval, stopped and resumed while unpaid, ordered by the
 * preparer, unordered where an order or the bank sends it back, paid, recovered.
 */
export const LEDGER_KINDS = [
  'reserve',
  'release',
  'commit',
  'stop',
  'resume',
  'order',
  'unorder',
  'pay',
  'recover',
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];
