import * as z from 'zod';
import { isoDate } from '../../http/contract.ts';
import { by, draftState, textRef, told } from '../contract.ts';

const label = z.record(z.string(), z.string());

/** Where a stored version stands today. */
export const VERSION_STATES = ['coming', 'in-force', 'expired', 'withdrawn'] as const;

export const libraryVersion = z
  .object({
    ref: textRef,
    inForceFrom: isoDate,
    /** The last day: that of the text itself, or the one set beside it when another version took its place. */
    endsOn: isoDate.nullable(),
    version: z.string(),
    hash: z.string(),
    state: z.enum(VERSION_STATES),
    daysLeft: z.int().nullable().meta({ description: '距最后一天的天数；没有止日时为空' }),
    daysUntil: z.int().nullable().meta({ description: '距施行的天数；已施行时为空' }),
    parks: z.array(z.string()).nullable().meta({ description: '适用的园区；空为全部' }),
    origin: z.enum(['shipped', 'studio']),
    draftId: z.string().nullable().meta({ description: '由哪份草案发布' }),
    usedSince: z.string().nullable().meta({ description: '第一次据此判定的时间' }),
    evaluations: z.int().meta({ description: '接口自测与批量判定的户次；浏览器里的自测不发给服务器，不计' }),
    submissions: z.int().meta({ description: '据此提交的件数' }),
    casesInFlight: z.int(),
    firmDrafts: z.int().meta({ description: '企业正在按此填写的草稿' }),
  })
  .meta({ id: 'LibraryVersion' });

export const libraryDraft = z
  .object({
    id: z.string(),
    ref: textRef,
    policyId: z.string(),
    title: z.string(),
    base: textRef.nullable(),
    state: draftState,
    version: z.int(),
    inForceFrom: z.string().nullable(),
    consultation: z
      .object({ id: z.string(), opensOn: isoDate, closesOn: isoDate, daysLeft: z.int(), comments: z.int() })
      .nullable(),
    createdBy: by,
    updatedBy: by,
    openComments: z.int(),
  })
  .meta({ id: 'LibraryDraft' });

export const libraryPolicy = z
  .object({
    id: z.string(),
    label,
    versions: z.array(libraryVersion),
    drafts: z.array(libraryDraft),
    schemes: z.array(z.object({ id: z.string(), label })),
    lacksScheme: z.boolean().meta({ description: '已发布、还没有申报事项，企业无从申报' }),
  })
  .meta({ id: 'LibraryPolicy' });

export const library = z
  .object({
    policies: z.array(libraryPolicy),
    parks: z.array(z.object({ id: z.string(), label: told })),
    mayEdit: z.boolean(),
  })
  .meta({ id: 'StudioLibrary' });

export type Library = z.infer<typeof library>;
export type LibraryPolicy = z.infer<typeof libraryPolicy>;
export type LibraryVersion = z.infer<typeof libraryVersion>;
export type LibraryDraft = z.infer<typeof libraryDraft>;
