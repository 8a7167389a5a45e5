import * as z from 'zod';
import { isoDate, strict } from '../../http/contract.ts';
import {
  by,
  draftDocument,
  draftPath,
  draftState,
  givenWords,
  id,
  patchOp,
  policyId,
  text,
  textRef,
  told,
} from '../contract.ts';

/** From a version or another draft; blank for a policy or a zone that was never entered; from JSON; or going back. */
export const newDraft = z
  .discriminatedUnion('from', [
    strict({ from: z.literal('text'), ref: textRef, title: text(120), inForceFrom: isoDate.optional() }),
    strict({
      from: z.literal('blank'),
      policyId,
      title: text(120),
      label: givenWords(120),
      inForceFrom: isoDate.optional(),
      applies: z.enum(['filing', 'decision', 'fiscalYearEnd']).optional(),
      pick: z.enum(['highest', 'all']).optional(),
    }),
    strict({ from: z.literal('json'), policyId: policyId.optional(), title: text(120), document: draftDocument }),
    strict({ from: z.literal('rollback'), ref: textRef, title: text(120), inForceFrom: isoDate, reason: text(1000) }),
  ])
  .meta({ id: 'NewStudioDraft' });

/** What is wrong with the text itself: where, what, and how to put it right; all of it at once. */
export const problem = z
  .object({ path: z.string(), code: z.string(), node: z.string().optional(), text: told, fix: told.optional() })
  .meta({ id: 'StudioProblem' });

export const ACTIONS = [
  'edit',
  'comment',
  'try',
  'open-consultation',
  'set-legality',
  'set-fairness',
  'set-transition',
  'approve',
  'return',
  'publish',
  'withdraw',
] as const;

export const studioDraft = z
  .object({
    id: z.string(),
    policyId: z.string(),
    title: z.string(),
    base: textRef.nullable(),
    baseHash: z.string().nullable(),
    state: draftState,
    version: z.int().meta({ description: '每次保存加一；保存时带上看到的版本' }),
    hash: z.string().meta({ description: '当前文本按发布时的样子计算的 SHA-256；批准的就是它' }),
    document: draftDocument,
    parks: z.array(z.string()).nullable(),
    withdrawnBecause: z.string().nullable().meta({ description: '撤回的理由；没有撤回为空' }),
    problems: z.array(problem),
    createdBy: by,
    updatedBy: by,
    canUndo: z.boolean(),
    canRedo: z.boolean(),
    permitted: z.array(z.enum(ACTIONS)).meta({ description: '您现在能对这份草案做的事' }),
  })
  .meta({ id: 'StudioDraft' });

/** Saves the whole text; where somebody saved meanwhile nothing is overwritten and both are given (409). */
export const saveDocument = strict({
  version: z.int().min(0),
  document: draftDocument,
  summary: text(200).optional(),
}).meta({ id: 'SaveStudioDocument' });

/** Small changes; on other places than somebody else's meanwhile they are put on top, on the same ones refused (409). */
export const editDocument = strict({
  version: z.int().min(0),
  ops: z.array(patchOp).min(1).max(500),
  summary: text(200),
}).meta({ id: 'EditStudioDocument' });

/** `rebased` says that somebody else's changes came first: take `document`. */
export const saved = z
  .object({
    version: z.int(),
    hash: z.string(),
    document: draftDocument,
    rebased: z.boolean(),
    problems: z.array(problem),
    canUndo: z.boolean(),
    canRedo: z.boolean(),
  })
  .meta({ id: 'SavedStudioDraft' });

export const atVersion = strict({ version: z.int().min(0) });
export const setTitle = strict({ version: z.int().min(0), title: text(120) }).meta({ id: 'RenameStudioDraft' });
/** Which parks a version applies to; null for the whole zone. */
export const setScope = strict({
  version: z.int().min(0),
  parks: z.array(id).min(1).max(50).nullable(),
}).meta({ id: 'ScopeStudioDraft' });

export const EDIT_KINDS = ['save', 'edit', 'fix', 'undo', 'redo'] as const;
export const draftEdit = z
  .object({
    version: z.int().meta({ description: '这次修改之后的版本' }),
    kind: z.enum(EDIT_KINDS),
    summary: z.string(),
    paths: z.array(z.string()),
    by,
    isUndone: z.boolean(),
  })
  .meta({ id: 'StudioEdit' });

/** The answer to a save that came too late (409): who was first, what they have now; what was sent is untouched. */
export const saveConflict = z
  .object({
    error: z.object({
      code: z.string(),
      message: z.string(),
      details: z.array(z.object({ path: z.string(), message: z.string(), fix: z.string().optional() })),
      requestId: z.string(),
    }),
    current: z.object({ version: z.int(), hash: z.string(), document: draftDocument, by }),
    yours: z.object({ version: z.int(), document: draftDocument.nullable() }),
    edits: z.array(draftEdit),
  })
  .meta({ id: 'StudioSaveConflict' });
export const editList = z
  .object({ edits: z.array(draftEdit), next: z.int().nullable() })
  .meta({ id: 'StudioEditList' });
export const editsQuery = z.object({
  before: z.coerce.number<string>().int().min(1).optional(),
  limit: z.coerce.number<string>().int().min(1).max(100).default(50),
});
export const versionPath = draftPath.extend({
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
});
export const documentAt = z.object({ version: z.int(), document: draftDocument }).meta({ id: 'StudioDocumentAt' });

export const newComment = strict({
  path: z.string().max(400).meta({ description: '所评之处；空为整份文件' }),
  text: text(2000),
  replyTo: id.optional(),
}).meta({ id: 'NewStudioComment' });
export const comment = z
  .object({
    id: z.string(),
    path: z.string(),
    text: z.string(),
    replyTo: z.string().nullable(),
    by,
    resolvedBy: by.nullable(),
  })
  .meta({ id: 'StudioComment' });
export const commentList = z.object({ comments: z.array(comment) }).meta({ id: 'StudioCommentList' });
export const commentPath = draftPath.extend({ commentId: id });

/** Every rule of the text in words: the path of a node and its sentence. */
export const sentences = z
  .object({
    version: z.int(),
    sentences: z.array(z.object({ path: z.string(), kind: z.string(), id: z.string().optional(), text: told })),
  })
  .meta({ id: 'StudioSentences' });

export type NewStudioDraft = z.infer<typeof newDraft>;
export type StudioProblem = z.infer<typeof problem>;
export type StudioAction = (typeof ACTIONS)[number];
export type StudioDraft = z.infer<typeof studioDraft>;
export type SavedStudioDraft = z.infer<typeof saved>;
export type StudioEdit = z.infer<typeof draftEdit>;
export type StudioEditList = z.infer<typeof editList>;
export type StudioSaveConflict = z.infer<typeof saveConflict>;
export type StudioComment = z.infer<typeof comment>;
export type StudioCommentList = z.infer<typeof commentList>;
export type StudioSentences = z.infer<typeof sentences>;
export type SaveStudioDocument = z.infer<typeof saveDocument>;
export type EditStudioDocument = z.infer<typeof editDocument>;
