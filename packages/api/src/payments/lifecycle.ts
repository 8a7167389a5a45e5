import type { LedgerKind } from '../allocations/ledger-kinds.ts';
import type { Duty } from '../applications/duties.ts';
import type { Words } from '../applications/states.ts';
import type { StaffRole } from '../identity/roles.ts';
import type { PaymentGuardKey } from './guards.ts';
import type { PaymentStateId } from './states.ts';

export interface PaymentTransition {
  readonly event: PaymentEventId;
  readonly from: readonly PaymentStateId[];
  readonly to: PaymentStateId;
  readonly by: readonly StaffRole[];
  readonly guards: readonly PaymentGuardKey[];
  readonly duty: Duty;
  /** How the pool's money moves with it. */
  readonly money?: LedgerKind;
  readonly label: Words;
}

export const PAYMENT_EVENTS = [
  'confirm',
  'prepare',
  'return',
  'release',
  'note-paid',
  'note-bounced',
  'stop',
  'resume',
] as const;
export type PaymentEventId = (typeof PAYMENT_EVENTS)[number];

const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });
const PREPARER = { by: ['finance-preparer'], duty: 'pay' } as const;
const RELEASER = { by: ['finance-releaser'], duty: 'release' } as const;
const NOTHING_STANDS: readonly PaymentGuardKey[] = [
  'different-person',
  'case-approved',
  'no-open-objection',
  'no-open-conflict',
];

/** The life of an instalment (拨付流程), as data: the API, the buttons and the diagram all read this table. */
export const PAYMENT_TRANSITIONS: readonly PaymentTransition[] = [
  {
    event: 'confirm',
    from: ['waiting'],
    to: 'due',
    ...PREPARER,
    guards: ['different-person', 'case-approved', 'reason-given'],
    label: words('确认条件已满足', 'Confirm the condition'),
  },
  {
    event: 'prepare',
    from: ['due', 'bounced'],
    to: 'prepared',
    ...PREPARER,
    guards: [...NOTHING_STANDS, 'account-given', 'holder-matches', 'within-plan'],
    money: 'order',
    label: words('制单', 'Prepare'),
  },
  {
    event: 'return',
    from: ['prepared'],
    to: 'due',
    ...RELEASER,
    guards: ['different-person', 'reason-given'],
    money: 'unorder',
    label: words('退回', 'Send back'),
  },
  {
    event: 'release',
    from: ['prepared'],
    to: 'released',
    ...RELEASER,
    guards: [...NOTHING_STANDS, 'account-unchanged'],
    label: words('复核放行', 'Release'),
  },
  {
    event: 'note-paid',
    from: ['released'],
    to: 'paid',
    ...RELEASER,
    guards: ['different-person'],
    money: 'pay',
    label: words('登记已到账', 'Record as paid'),
  },
  {
    event: 'note-bounced',
    from: ['released'],
    to: 'bounced',
    ...RELEASER,
    guards: ['different-person', 'reason-given'],
    money: 'unorder',
    label: words('登记退票', 'Record as bounced'),
  },
  {
    event: 'stop',
    from: ['waiting', 'due', 'bounced'],
    to: 'stopped',
    ...PREPARER,
    guards: ['different-person', 'reason-given'],
    money: 'stop',
    label: words('停止拨付', 'Stop'),
  },
  {
    event: 'resume',
    from: ['stopped'],
    to: 'waiting',
    ...PREPARER,
    guards: ['different-person', 'case-approved', 'reason-given'],
    money: 'resume',
    label: words('恢复拨付', 'Resume'),
  },
];
