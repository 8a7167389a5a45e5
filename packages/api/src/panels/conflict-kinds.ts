/** Why an expert may not look at a case (回避事由). The last two are found by the system. */
export const CONFLICT_KINDS = [
  'employment',
  'kinship',
  'money',
  'adviser',
  'competitor',
  'other',
  'employer-is-firm',
  'earlier-share',
] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];
