import type { LetterKind } from '../letter-kinds.ts';
import type { LetterTemplate } from './contract.ts';

const ISSUER = '宁波国家高新技术产业开发区管理委员会';
const APPEAL =
  '如对本决定有异议，您可以在{dueOn}前登录本系统申请复核，由作出本决定以外的人员办理；也可以依法申请行政复议或者提起行政诉讼。';
const CONTACT = '咨询方式：{contact}';
const OVERRULED = ['以下事项经人工核定，与系统计算的结果不同：', '{overrides}'];
const ASKED = '您于{submittedOn}提交的“{scheme}”申报（编号{number}，项目：{project}）';

const template = (title: string, numberPrefix: string, paragraphs: readonly string[]): LetterTemplate => ({
  title,
  numberPrefix,
  issuer: ISSUER,
  paragraphs: [...paragraphs],
});

/** The texts that come with the program (暂定); policy staff may publish others. */
export const SHIPPED_TEMPLATES: Readonly<Record<LetterKind, LetterTemplate>> = {
  approval: template('支持决定通知书', '高新扶决', [
    `${ASKED}，已经审核并公示（{noticeNumber}）期满，现决定予以支持。`,
    '认定类别：{tier}。',
    '支持金额：人民币{amount}元（大写：{amountInWords}）。',
    '决定理由：{reason}',
    ...OVERRULED,
    '依据：{policy}。',
    '{legalBasis}',
    '请登录本系统核对收款账户，按约定的节点办理拨付。判定凭证编号：{receiptNumber}，凭此编号可以复算。',
    CONTACT,
  ]),
  refusal: template('不予支持决定书', '高新扶否', [
    `${ASKED}，经审核，决定不予支持。`,
    '决定理由：{reason}',
    '适用条款：{clause}。',
    '经逐条核对，未满足的条件如下：',
    '{unmet}',
    ...OVERRULED,
    '改进建议：{feedback}',
    '依据：{policy}。判定凭证编号：{receiptNumber}，凭此编号可以复算。',
    APPEAL,
    CONTACT,
  ]),
  'not-accepted': template('不予受理告知书', '高新扶不受', [
    `${ASKED}，经查，不予受理。`,
    '理由：{reason}',
    '依据条款：{clause}。',
    '上述情形消除后，您可以重新申报，已填写的内容和已上传的材料可以继续使用。',
    CONTACT,
  ]),
  return: template('一次性告知书', '高新扶补', [
    `${ASKED}，经查，需要补正以下内容。本告知书一次列出全部事项：`,
    '{items}',
    '请在{dueOn}前补正并提交，只需补正上列事项，其余内容不必重复提交。补正期间不计入办理时限；逾期未补正的，本件终止，您可以重新申报。',
    CONTACT,
  ]),
  'appeal-approval': template('复核决定书', '高新扶复', [
    `${ASKED}，原决定不予支持。您申请复核后，由另外的人员重新审核，现决定撤销原决定，拟予支持。`,
    '拟支持金额：人民币{amount}元（大写：{amountInWords}）。',
    '决定理由：{reason}',
    ...OVERRULED,
    '依据：{policy}。',
    '拟支持事项已进入公示（{noticeNumber}），公示至{dueOn}。期满无异议的，另行发给支持决定通知书。',
    CONTACT,
  ]),
  'appeal-refusal': template('复核决定书', '高新扶复', [
    `${ASKED}，原决定不予支持。您申请复核后，由另外的人员重新审核，现决定维持原决定。`,
    '决定理由：{reason}',
    '适用条款：{clause}。',
    '经逐条核对，未满足的条件如下：',
    '{unmet}',
    ...OVERRULED,
    '改进建议：{feedback}',
    '依据：{policy}。判定凭证编号：{receiptNumber}，凭此编号可以复算。',
    '如不服本决定，您可以依法申请行政复议或者提起行政诉讼。',
    CONTACT,
  ]),
};
