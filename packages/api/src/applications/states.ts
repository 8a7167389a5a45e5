/** Whose turn it is in a state: the clock of the office runs only while it is the office's. */
export type Turn = 'firm' | 'office' | 'public' | 'none';

export interface State {
  /** What officials read. */
  readonly staff: Words;
  /** What the firm reads: where its case stands, in plain words. */
  readonly firm: Words;
  readonly turn: Turn;
  /** The time limit of the scheme that starts when the state is entered. */
  readonly clock?: ClockKind;
  readonly terminal: boolean;
}

export interface Words {
  readonly 'zh-CN': string;
  readonly en: string;
}

export const CLOCK_KINDS = [
  'intake',
  'correction',
  'review',
  'panel',
  'ranking',
  'decision',
  'publicity',
  'objection',
  'appealWindow',
  'appeal',
] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

const state = (staff: [string, string], firm: [string, string], turn: Turn, clock?: ClockKind): State => ({
  staff: { 'zh-CN': staff[0], en: staff[1] },
  firm: { 'zh-CN': firm[0], en: firm[1] },
  turn,
  ...(clock ? { clock } : {}),
  terminal: turn === 'none',
});

/** Every state of an application (申报状态). */
export const STATES = {
  draft: state(['草稿', 'Draft'], ['草稿，尚未提交', 'Draft, not submitted yet'], 'firm'),
  submitted: state(
    ['待受理', 'At intake'],
    ['已提交，等待受理', 'Submitted, waiting to be accepted'],
    'office',
    'intake',
  ),
  returned: state(
    ['待企业补正', 'Returned for correction'],
    ['请按清单补正', 'Please correct what is listed'],
    'firm',
    'correction',
  ),
  'not-accepted': state(['不予受理', 'Not accepted'], ['未受理', 'Not accepted'], 'none'),
  'in-review': state(['部门审核中', 'In review'], ['已受理，部门审核中', 'Accepted, under review'], 'office', 'review'),
  'in-panel': state(['专家评审中', 'Before the panel'], ['专家评审中', 'Before an expert panel'], 'office', 'panel'),
  'in-ranking': state(
    ['待排序分配', 'To be ranked'],
    ['评审完成，等待排序', 'Reviewed, waiting to be ranked'],
    'office',
    'ranking',
  ),
  'in-decision': state(
    ['待决定', 'To be decided'],
    ['审核完成，等待决定', 'Reviewed, waiting for the decision'],
    'office',
    'decision',
  ),
  'in-publicity': state(
    ['公示中', 'Published'],
    ['拟支持，公示中', 'Support proposed, open to objections'],
    'public',
    'publicity',
  ),
  'under-objection': state(
    ['异议处理中', 'Objection open'],
    ['公示期间收到异议，正在核实', 'An objection is being looked into'],
    'office',
    'objection',
  ),
  approved: state(['已批准', 'Approved'], ['已批准', 'Approved'], 'none'),
  refused: state(
    ['不予支持（可复核）', 'Refused, appeal possible'],
    ['未获支持，您可以申请复核', 'Refused; you may appeal'],
    'firm',
    'appealWindow',
  ),
  'in-appeal': state(
    ['复核中', 'In appeal'],
    ['复核中，由另一人决定', 'In appeal, decided by another person'],
    'office',
    'appeal',
  ),
  'refused-finally': state(['不予支持', 'Refused'], ['未获支持', 'Refused'], 'none'),
  withdrawn: state(['企业已撤回', 'Withdrawn'], ['您已撤回', 'Withdrawn by you'], 'none'),
  lapsed: state(['逾期终止', 'Lapsed'], ['逾期未办，已终止', 'Ended: the time limit passed'], 'none'),
} as const satisfies Record<string, State>;

export type StateId = keyof typeof STATES;
export const STATE_IDS = Object.keys(STATES) as [StateId, ...StateId[]];

/** Cases that came to no answer because the firm took them back or did not go on: their steps were cut short. */
export const BROKEN_OFF: StateId[] = ['withdrawn', 'lapsed'];
