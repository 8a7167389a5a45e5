import {
  acceptDeferred,
  appeal,
  correct,
  decide,
  objectTo,
  review,
  type Scene,
  sign,
  takeIn,
  upholdRefusal,
  withdraw,
  write,
} from './case-acts.ts';
import type { End } from './case-plans.ts';
import {
  answerOfBank,
  confirmFirst,
  giveAccount,
  prepareDue,
  rank,
  recoverSome,
  releaseDue,
  stopLast,
} from './payment-acts.ts';

/** One act of a case, on a working day counted from its start. */
export interface Step {
  readonly day: number;
  readonly act: (scene: Scene) => Promise<void>;
}

const on = (day: number, act: Step['act']): Step => ({ day, act });

const LIST = {
  items: [
    { subject: 'general', problem: '研发支出辅助账缺少 11 月、12 月两个月', howToFix: '请补齐全年辅助账并加盖公章' },
    { subject: 'general', problem: '联系人电话无法接通', howToFix: '请核对并更新联系电话' },
  ],
};
const approval = { outcome: 'approve', reason: '符合条件，材料齐全，各部门无异议。' };
const refusal = {
  outcome: 'refuse',
  reason: '按申报数据计算，未达到认定条件。',
  clause: '认定条件',
  feedback: '可在下一年度财务数据更新后再次申报。',
};
const outside = { reason: '注册地不在高新区，不属于本事项受理范围。', clause: '申报指南“申报条件”' };

const begun = [on(0, write)];
const submitted = [...begun, on(0, (scene) => sign(scene, 'submit'))];
const returned = [...submitted, on(2, (scene) => takeIn(scene, 'return', LIST))];
const accepted = [...submitted, on(2, (scene) => takeIn(scene, 'accept'))];
const halfReviewed = [...accepted, on(5, (scene) => review(scene, 1))];
const reviewed = [...accepted, on(6, (scene) => review(scene))];
const deferred = [...submitted, on(2, acceptDeferred)];
const approved = [...reviewed, on(9, (scene) => decide(scene, approval))];
const refused = [...reviewed, on(9, (scene) => decide(scene, refusal))];
// Its notice is over by the seventeenth day; what is due is paid from then on.
const granted = [...reviewed, on(8, rank), on(9, (scene) => decide(scene, approval))];
const payable = [...granted, on(19, giveAccount), on(20, confirmFirst)];
const prepared = [...payable, on(21, prepareDue)];
const released = [...prepared, on(22, releaseDue)];
const paid = [...released, on(23, (scene) => answerOfBank(scene, 'paid'))];
const appealed = [...refused, on(13, appeal)];

/** What people do until a case stands where it should; the passing of time does the rest. */
export const SCRIPTS: Readonly<Record<End, readonly Step[]>> = {
  draft: begun,
  submitted,
  returned,
  resubmitted: [...returned, on(8, correct)],
  'in-review': halfReviewed,
  'silent-department': halfReviewed,
  deferred,
  'deferred-late': deferred,
  'not-corrected': returned,
  'not-accepted': [...submitted, on(2, (scene) => takeIn(scene, 'refuse-acceptance', outside))],
  reviewed,
  'overdue-decision': reviewed,
  'in-publicity': approved,
  'under-objection': [...approved, on(11, objectTo)],
  approved,
  granted,
  payable,
  'pay-prepared': prepared,
  'pay-released': released,
  'pay-bounced': [...released, on(23, (scene) => answerOfBank(scene, 'bounced'))],
  paid,
  'pay-stopped': [...payable, on(25, stopLast)],
  'pay-recovered': [...paid, on(28, recoverSome)],
  refused,
  'in-appeal': appealed,
  'refused-finally': [...appealed, on(22, upholdRefusal)],
  withdrawn: [...accepted, on(5, withdraw)],
};
