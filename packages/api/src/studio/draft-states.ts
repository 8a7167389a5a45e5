/** States of a draft (草案状态). The last three are ends; `scheduled` is published for a day that has not come. */
export const DRAFT_STATES = [
  'draft',
  'in-consultation',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
  'superseded',
] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** States in which the text may be changed; a change of an approved one voids the approval. */
export const EDITABLE: readonly DraftState[] = ['draft', 'in-consultation', 'approved'];
