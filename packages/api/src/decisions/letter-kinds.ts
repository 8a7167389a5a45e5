/** Letters of the office (文书种类). */
export const LETTER_KINDS = [
  'approval',
  'refusal',
  'not-accepted',
  'return',
  'appeal-approval',
  'appeal-refusal',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];
