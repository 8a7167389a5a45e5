import * as z from 'zod';
import { fileState } from '../files/contract.ts';
import { strict } from '../http/contract.ts';

const id = z.string().min(1).max(60);
const text = (most: number) => z.string().trim().min(1).max(most);
const both = z.object({ 'zh-CN': z.string(), en: z.string() });

export const noticePath = z.object({ noticeId: id });
export const rowPath = noticePath.extend({ applicationId: id });
export const objectionPath = z.object({ objectionId: id });
export const casePath = z.object({ applicationId: id });
export const pageQuery = strict({
  before: id.optional().meta({ description: '上一页最后一条的编号' }),
  limit: z.coerce.number<string>().int().min(1).max(100).default(20),
});

/** What has become of one row: open to objections, under one, repeated in another notice, approved, taken out. */
export const ROW_STATUS = ['open', 'objection', 'replaced', 'approved', 'withdrawn', 'in-decision'] as const;

const answer = z.object({
  number: z.string(),
  outcome: z.enum(['dismissed', 'upheld']),
  answer: z.string(),
  answeredOn: z.string(),
});

export const noticeRow = z
  .object({
    applicationId: z.string(),
    position: z.int(),
    firmName: z.string(),
    creditCode: z.string(),
    projectName: z.string(),
    tier: both.nullable(),
    amount: z.string().nullable(),
    status: z.enum(ROW_STATUS),
    until: z.string().nullable().meta({ description: '可以提出异议的最后一天' }),
    replacedBy: z.string().nullable(),
    openObjections: z.int(),
    answers: z.array(answer).meta({ description: '异议的书面答复' }),
  })
  .meta({ id: 'NoticeRow' });

export const notice = z
  .object({
    id: z.string(),
    number: z.string(),
    scheme: both,
    schemeId: z.string(),
    contact: both,
    workingDays: z.int(),
    publishedOn: z.string(),
    isOpen: z.boolean(),
    total: z.string().nullable(),
    rows: z.array(noticeRow),
    files: z
      .object({ most: z.int(), limitBytes: z.int() })
      .meta({ description: '一件异议可以附几个文件，每个多大 · files with an objection' }),
  })
  .meta({ id: 'PublicNotice', description: '公示' });

export const noticeSummary = z
  .object({
    id: z.string(),
    number: z.string(),
    scheme: both,
    publishedOn: z.string(),
    until: z.string().nullable(),
    firms: z.int(),
    total: z.string().nullable(),
    isOpen: z.boolean(),
    openObjections: z.int(),
  })
  .meta({ id: 'PublicNoticeSummary' });

export const noticeList = z.object({ notices: z.array(noticeSummary), next: z.string().nullable() });

export const objectionRequest = z
  .discriminatedUnion('isAnonymous', [
    strict({
      isAnonymous: z.literal(false),
      name: text(60),
      contact: text(120).meta({ description: '手机号或邮箱，只用于答复' }),
      text: text(4000),
    }),
    strict({ isAnonymous: z.literal(true), text: text(4000) }),
  ])
  .meta({ id: 'ObjectionRequest' });

export const objectionReceipt = z
  .object({
    id: z.string(),
    number: z.string(),
    receivedAt: z.string(),
    answerBy: z.string().nullable(),
    filesKey: z.string().meta({ description: '两小时内凭它附上文件 · lets files follow for two hours' }),
  })
  .meta({ id: 'ObjectionReceipt' });

export const attachment = z
  .object({
    id: z.string(),
    name: z.string(),
    sizeBytes: z.int(),
    mediaType: z.string(),
    state: fileState,
  })
  .meta({ id: 'ObjectionAttachment', description: '异议人附上的文件' });
export const attachHeaders = z.object({
  'x-files-key': z.string().min(1).max(100).meta({ description: '提交异议时给出的 filesKey' }),
});
export const attachmentPath = objectionPath.extend({ fileId: id });
export const objection = z
  .object({
    id: z.string(),
    number: z.string(),
    applicationId: z.string(),
    noticeId: z.string(),
    isAnonymous: z.boolean(),
    name: z.string().nullable(),
    contact: z.string().nullable().meta({ description: '按角色遮蔽' }),
    text: z.string(),
    attachments: z.array(attachment).meta({ description: '只给答复的人；其他角色只见份数' }),
    attachmentCount: z.int(),
    receivedAt: z.string(),
    outcome: z.enum(['dismissed', 'upheld']).nullable(),
    answer: z.string().nullable(),
    answeredAt: z.string().nullable(),
    answeredBy: z.string().nullable(),
  })
  .meta({ id: 'Objection' });

export const objectionAnswer = strict({
  version: z.int().min(0),
  outcome: z.enum(['dismissed', 'upheld']),
  answer: text(4000).meta({ description: '书面答复，会发给异议人并公开' }),
}).meta({ id: 'ObjectionAnswer' });

export const casePublicity = z
  .object({
    state: z.string(),
    version: z.int(),
    dueOn: z.string().nullable(),
    rows: z.array(noticeRow.extend({ noticeId: z.string(), noticeNumber: z.string(), publishedOn: z.string() })),
    objections: z.array(objection),
    mayAnswer: z.boolean(),
  })
  .meta({ id: 'CasePublicity' });

export const caseAfterAnswer = z
  .object({ id: z.string(), state: z.string(), version: z.int(), dueOn: z.string().nullable() })
  .meta({ id: 'CaseAfterAnswer' });

export const objectionList = z.object({ objections: z.array(objection.extend({ firmName: z.string() })) });

export const award = z
  .object({
    applicationId: z.string(),
    firmName: z.string(),
    creditCode: z.string(),
    projectName: z.string(),
    schemeId: z.string(),
    scheme: both,
    tier: both.nullable(),
    amount: z.string().nullable(),
    year: z.int(),
    approvedOn: z.string(),
  })
  .meta({ id: 'PublicAward', description: '已批准的支持' });
export const awardList = z.object({ awards: z.array(award), next: z.string().nullable() });

export type Notice = z.infer<typeof notice>;
export type NoticeRow = z.infer<typeof noticeRow>;
export type NoticeSummary = z.infer<typeof noticeSummary>;
export type NoticeList = z.infer<typeof noticeList>;
export type ObjectionAttachment = z.infer<typeof attachment>;
export type Objection = z.infer<typeof objection>;
export type ObjectionRequest = z.infer<typeof objectionRequest>;
export type ObjectionReceipt = z.infer<typeof objectionReceipt>;
export type ObjectionAnswer = z.infer<typeof objectionAnswer>;
export type CasePublicity = z.infer<typeof casePublicity>;
export type ObjectionList = z.infer<typeof objectionList>;
export type AwardList = z.infer<typeof awardList>;
