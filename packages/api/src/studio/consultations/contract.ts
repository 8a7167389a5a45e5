import * as z from 'zod';
import { isoDate, strict } from '../../http/contract.ts';
import { change } from '../checks/contract.ts';
import { draftDocument, id, text } from '../contract.ts';

const words = z.record(z.string(), z.string());

const reply = z.object({ text: z.string(), isAdopted: z.boolean(), on: z.string() });
/** What somebody said, as everyone may read it: how to reach them is never shown. */
export const publicComment = z
  .object({
    number: z.string(),
    name: z.string().nullable().meta({ description: '署名；匿名时为空' }),
    path: z.string().nullable(),
    text: z.string(),
    receivedOn: z.string(),
    reply: reply.nullable(),
  })
  .meta({ id: 'ConsultationComment' });

export const consultationSummary = z
  .object({
    id: z.string(),
    policyId: z.string(),
    title: words,
    opensOn: isoDate,
    closesOn: isoDate,
    isOpen: z.boolean(),
    daysLeft: z.int(),
    comments: z.int(),
  })
  .meta({ id: 'ConsultationSummary' });
export const consultationList = z
  .object({ consultations: z.array(consultationSummary) })
  .meta({ id: 'ConsultationList' });

export const consultation = consultationSummary
  .extend({
    text: words,
    contact: z.string(),
    document: draftDocument.meta({ description: '征求意见的文本，公布后不变' }),
    hash: z.string(),
    changes: z.array(change).meta({ description: '相对现行版本的变动；新政策没有' }),
    opinions: z.array(publicComment),
  })
  .meta({ id: 'Consultation' });
export const consultationPath = z.object({ consultationId: id });

export const sendComment = strict({
  text: text(4000),
  name: text(60).optional(),
  contact: text(120).optional().meta({ description: '手机号或邮箱，只用于答复，不公开' }),
  path: z.string().max(400).optional(),
}).meta({ id: 'SendConsultationComment' });
export const commentReceipt = z
  .object({ number: z.string(), receivedAt: z.string() })
  .meta({ id: 'ConsultationCommentReceipt' });

/** The same for policy staff: with the contact, masked by role, and what is hidden. */
export const staffComment = publicComment
  .extend({ id: z.string(), contact: z.string().nullable(), hiddenReason: z.string().nullable() })
  .meta({ id: 'ConsultationStaffComment' });
export const staffCommentList = z.object({ comments: z.array(staffComment) }).meta({ id: 'ConsultationStaffComments' });
export const staffCommentPath = consultationPath.extend({ commentId: id });
export const replyBody = strict({ text: text(4000), isAdopted: z.boolean() }).meta({ id: 'ReplyToComment' });
/** An insult or somebody's personal data: taken off the public page, kept on file with the reason. */
export const hideBody = strict({ reason: text(400) }).meta({ id: 'HideComment' });

/** A published version as it is announced (公布): what changes, from when, and what becomes of cases under way. */
export const policyNotice = z
  .object({
    id: z.string(),
    policyId: z.string(),
    label: words,
    version: z.string(),
    inForceFrom: isoDate,
    hash: z.string(),
    publishedOn: isoDate,
    parks: z.array(z.string()).nullable(),
    /** Names of the parks. */
    scope: z.array(words).nullable(),
    transition: z.object({ drafts: z.string(), cases: z.string(), reason: z.string() }).nullable(),
    consultationId: z.string().nullable(),
    exemption: z.string().nullable(),
    isRollback: z.boolean(),
    rollbackReason: z.string().nullable().meta({ description: '为什么恢复旧版' }),
  })
  .meta({ id: 'PolicyNotice' });
export const policyNoticeList = z.object({ notices: z.array(policyNotice) }).meta({ id: 'PolicyNoticeList' });
export const policyNoticeView = policyNotice
  .extend({
    changes: z.array(change),
    fairness: z.array(z.object({ of: z.string(), label: words.optional(), reason: words, until: isoDate })),
  })
  .meta({ id: 'PolicyNoticeView' });
export const noticePath = z.object({ noticeId: id });

export type ConsultationSummary = z.infer<typeof consultationSummary>;
export type ConsultationList = z.infer<typeof consultationList>;
export type Consultation = z.infer<typeof consultation>;
export type ConsultationComment = z.infer<typeof publicComment>;
export type StaffComment = z.infer<typeof staffComment>;
export type StaffCommentList = z.infer<typeof staffCommentList>;
export type SendConsultationComment = z.infer<typeof sendComment>;
export type CommentReceipt = z.infer<typeof commentReceipt>;
export type PolicyNotice = z.infer<typeof policyNotice>;
export type PolicyNoticeList = z.infer<typeof policyNoticeList>;
export type PolicyNoticeView = z.infer<typeof policyNoticeView>;
