import type { FirmRole, StaffRole } from '../identity/roles.ts';
import type { Duty } from './duties.ts';
import type { GuardKey } from './guards.ts';
import type { StateId, Words } from './states.ts';

/** Who brings an event about: people of the firm or of the office in one of these roles, or the passing of time. */
export type By = { readonly firm: readonly FirmRole[] } | { readonly staff: readonly StaffRole[] } | 'system';

export interface Transition {
  readonly event: EventId;
  readonly from: readonly StateId[];
  readonly to: StateId;
  readonly by: By;
  readonly guards: readonly GuardKey[];
  readonly duty?: Duty;
  /** What the event is called, on buttons and in the timeline. */
  readonly label: Words;
  /** The rule behind it. */
  readonly clause: string;
}

const EVENTS = [
  'submit',
  'resubmit',
  'return',
  'accept',
  'accept-deferred',
  'deem-accepted',
  'refuse-acceptance',
  'withdraw',
  'lapse',
  'send-to-panel',
  'send-to-ranking',
  'send-to-decision',
  'propose-approval',
  'refuse',
  'raise-objection',
  'dismiss-objection',
  'uphold-objection',
  'approve',
  'appeal',
  'uphold-refusal',
  'overturn-refusal',
  'close-appeal-window',
] as const;
export type EventId = (typeof EVENTS)[number];

const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });
const CERTIFIER: By = { firm: ['owner', 'certifier'] };
const CLERK: By = { staff: ['intake-clerk'] };
const DECIDER: By = { staff: ['decision-maker'] };
const OPEN: readonly StateId[] = ['submitted', 'returned', 'in-review', 'in-panel', 'in-ranking', 'in-decision'];
const REVIEWED: readonly GuardKey[] = ['every-task-answered', 'no-open-conflict'];

/** The life of an application (申报流程), as data: the API, the buttons and the diagram all read this table. */
export const TRANSITIONS: readonly Transition[] = [
  {
    event: 'submit',
    from: ['draft'],
    to: 'submitted',
    by: CERTIFIER,
    guards: ['window-open'],
    duty: 'submit',
    label: words('签署并提交', 'Sign and submit'),
    clause: '一窗受理',
  },
  {
    event: 'resubmit',
    from: ['returned'],
    to: 'submitted',
    by: CERTIFIER,
    guards: ['different-person', 'every-correction-made'],
    duty: 'submit',
    label: words('提交补正', 'Submit the corrections'),
    clause: '优化营商环境条例第三十六条',
  },
  {
    event: 'return',
    from: ['submitted'],
    to: 'returned',
    by: CLERK,
    guards: ['different-person'],
    duty: 'review',
    label: words('一次性告知补正', 'Return with the complete list'),
    clause: '优化营商环境条例第三十六条',
  },
  {
    event: 'accept',
    from: ['submitted'],
    to: 'in-review',
    by: CLERK,
    guards: ['different-person'],
    duty: 'review',
    label: words('受理', 'Accept'),
    clause: '一窗受理',
  },
  {
    event: 'accept-deferred',
    from: ['submitted'],
    to: 'in-review',
    by: CLERK,
    guards: ['different-person', 'promise-signed', 'deferral-allowed'],
    duty: 'review',
    label: words('容缺受理', 'Accept with deferred materials'),
    clause: '容缺受理办法',
  },
  {
    event: 'deem-accepted',
    from: ['submitted'],
    to: 'in-review',
    by: 'system',
    guards: ['time-over'],
    label: words('逾期未告知，视为受理', 'Deemed accepted: not told in time'),
    clause: '参照行政许可法第三十二条',
  },
  {
    event: 'refuse-acceptance',
    from: ['submitted'],
    to: 'not-accepted',
    by: CLERK,
    guards: ['different-person', 'reason-given', 'clause-given'],
    duty: 'review',
    label: words('不予受理', 'Do not accept'),
    clause: '参照行政许可法第三十二条',
  },
  {
    event: 'withdraw',
    from: ['draft', ...OPEN],
    to: 'withdrawn',
    by: { firm: ['owner', 'certifier'] },
    guards: [],
    label: words('撤回', 'Withdraw'),
    clause: '申报人自愿',
  },
  {
    event: 'lapse',
    from: ['returned', 'in-review', 'in-panel', 'in-ranking', 'in-decision'],
    to: 'lapsed',
    by: 'system',
    guards: ['firm-is-late'],
    label: words('逾期终止', 'Lapse'),
    clause: '补正与容缺时限',
  },
  {
    event: 'send-to-panel',
    from: ['in-review'],
    to: 'in-panel',
    by: 'system',
    guards: [...REVIEWED, 'scheme-has-panel'],
    label: words('提交专家评审', 'Send to the panel'),
    clause: '方案流程',
  },
  {
    event: 'send-to-ranking',
    from: ['in-review', 'in-panel'],
    to: 'in-ranking',
    by: 'system',
    guards: [...REVIEWED, 'panel-done', 'scheme-ranks'],
    label: words('进入排序', 'Send to ranking'),
    clause: '方案流程',
  },
  {
    event: 'send-to-decision',
    from: ['in-review', 'in-panel', 'in-ranking'],
    to: 'in-decision',
    by: 'system',
    guards: [...REVIEWED, 'panel-done', 'ranking-done'],
    label: words('提请决定', 'Send to decision'),
    clause: '方案流程',
  },
  {
    event: 'propose-approval',
    from: ['in-decision'],
    to: 'in-publicity',
    by: DECIDER,
    guards: ['different-person', 'no-open-deferral', 'no-open-conflict', 'reason-given'],
    duty: 'decide',
    label: words('拟支持并公示', 'Propose support and publish'),
    clause: '公示办法',
  },
  {
    event: 'refuse',
    from: ['in-decision'],
    to: 'refused',
    by: DECIDER,
    guards: ['different-person', 'reason-given', 'clause-given'],
    duty: 'decide',
    label: words('不予支持', 'Refuse'),
    clause: '优化营商环境条例',
  },
  {
    event: 'raise-objection',
    from: ['in-publicity'],
    to: 'under-objection',
    by: 'system',
    guards: [],
    label: words('收到异议', 'Objection received'),
    clause: '公示办法',
  },
  {
    event: 'dismiss-objection',
    from: ['under-objection'],
    to: 'in-publicity',
    by: DECIDER,
    guards: ['different-person', 'reason-given', 'no-open-objection'],
    duty: 'decide',
    label: words('异议不成立，继续公示', 'Dismiss the objection'),
    clause: '公示办法',
  },
  {
    event: 'uphold-objection',
    from: ['under-objection'],
    to: 'in-decision',
    by: DECIDER,
    guards: ['different-person', 'reason-given', 'no-open-objection'],
    duty: 'decide',
    label: words('异议成立，重新决定', 'Uphold the objection, decide again'),
    clause: '公示办法',
  },
  {
    event: 'approve',
    from: ['in-publicity'],
    to: 'approved',
    by: 'system',
    guards: ['time-over', 'no-open-objection'],
    label: words('公示期满，批准', 'Approved after the notice'),
    clause: '公示办法',
  },
  {
    event: 'appeal',
    from: ['refused'],
    to: 'in-appeal',
    by: CERTIFIER,
    guards: ['in-time', 'reason-given'],
    label: words('申请复核', 'Appeal'),
    clause: '复核程序',
  },
  {
    event: 'uphold-refusal',
    from: ['in-appeal'],
    to: 'refused-finally',
    by: DECIDER,
    guards: ['different-person', 'reason-given', 'clause-given'],
    duty: 'appeal',
    label: words('维持原决定', 'Uphold the refusal'),
    clause: '复核程序',
  },
  {
    event: 'overturn-refusal',
    from: ['in-appeal'],
    to: 'in-publicity',
    by: DECIDER,
    guards: ['different-person', 'no-open-deferral', 'reason-given'],
    duty: 'appeal',
    label: words('改为支持并公示', 'Overturn: support and publish'),
    clause: '复核程序',
  },
  {
    event: 'close-appeal-window',
    from: ['refused'],
    to: 'refused-finally',
    by: 'system',
    guards: ['time-over'],
    label: words('复核期满', 'The time to appeal is over'),
    clause: '复核程序',
  },
];
