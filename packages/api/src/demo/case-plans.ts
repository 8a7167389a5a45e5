/** Where each case of the demo shall stand today, under which scheme, and how many of them. */
export const ENDS = [
  'draft',
  'submitted',
  'returned',
  'resubmitted',
  'in-review',
  'silent-department',
  'deferred',
  'deferred-late',
  'not-corrected',
  'not-accepted',
  'reviewed',
  'overdue-decision',
  'in-publicity',
  'under-objection',
  'approved',
  'refused',
  'in-appeal',
  'refused-finally',
  'withdrawn',
] as const;
export type End = (typeof ENDS)[number];

/** The first working day of a case, counted back from today, so that it stands where it should. */
export const STARTS: Readonly<Record<End, number>> = {
  draft: 3,
  submitted: 3,
  returned: 6,
  resubmitted: 10,
  'in-review': 9,
  'silent-department': 22,
  deferred: 8,
  'deferred-late': 26,
  'not-corrected': 18,
  'not-accepted': 7,
  reviewed: 12,
  'overdue-decision': 20,
  'in-publicity': 13,
  'under-objection': 14,
  approved: 30,
  refused: 14,
  'in-appeal': 18,
  'refused-finally': 34,
  withdrawn: 9,
};

export interface CasePlan {
  readonly scheme: string;
  readonly end: End;
  readonly count: number;
}

const all = (scheme: string, ...ends: readonly (readonly [End, number])[]): readonly CasePlan[] =>
  ends.map(([end, count]) => ({ scheme, end, count }));

/** Recognitions go the whole way; money with a panel or a ranking waits there for the visitor to go on. */
export const CASE_PLANS: readonly CasePlan[] = [
  ...all(
    'startup-recognition',
    ['draft', 2],
    ['submitted', 4],
    ['returned', 2],
    ['resubmitted', 1],
    ['in-review', 4],
    ['silent-department', 1],
    ['deferred', 1],
    ['reviewed', 3],
    ['in-publicity', 3],
    ['approved', 8],
    ['refused', 2],
    ['withdrawn', 1],
    ['not-corrected', 1],
  ),
  ...all(
    'gazelle-recognition',
    ['draft', 1],
    ['submitted', 3],
    ['returned', 1],
    ['in-review', 3],
    ['deferred', 2],
    ['deferred-late', 1],
    ['reviewed', 2],
    ['overdue-decision', 1],
    ['in-publicity', 2],
    ['under-objection', 1],
    ['approved', 6],
    ['refused', 2],
    ['in-appeal', 1],
    ['refused-finally', 1],
    ['not-accepted', 1],
  ),
  ...all(
    'tech-sme-registration',
    ['submitted', 3],
    ['in-review', 2],
    ['in-publicity', 2],
    ['approved', 10],
    ['refused', 1],
  ),
  ...all('major-project', ['draft', 1], ['submitted', 2], ['in-review', 2], ['reviewed', 8]),
  ...all('rd-institution', ['submitted', 2], ['in-review', 2], ['reviewed', 7]),
  ...all('innovation-projects', ['submitted', 2], ['returned', 1], ['reviewed', 8]),
];
