import * as z from 'zod';
import { strict } from '../http/contract.ts';
import { DRAFT_STATES } from './draft-states.ts';

export const id = z.string().min(1).max(60);
export const policyId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .max(60)
  .meta({ description: '政策编号：小写字母、数字和连字符', examples: ['hz-ladder'] });
export const text = (most: number) => z.string().trim().min(1).max(most);

/** Words of a person in Chinese, and in English where there is one. */
export const givenWords = (most: number) => strict({ 'zh-CN': text(most), en: text(2 * most).optional() });
/** Words the system has made, in both languages. */
export const told = z.object({ 'zh-CN': z.string(), en: z.string() }).meta({ id: 'Told' });

/**
 * A document as it is being edited: any JSON object. What keeps it from being a policy is told as problems and never lost;
 * where there are none it is a `PolicyDoc` of the rules.
 */
export const draftDocument = z
  .record(z.string(), z.unknown())
  .meta({ id: 'DraftDocument', description: '编辑中的政策文件，可以还不完整 · a document still being edited' });

/** One change at a dotted path (`tiers.1.gates.0.when.b.value`); `add` into a list puts the value before the index. */
export const patchOp = z
  .discriminatedUnion('op', [
    strict({ op: z.enum(['add', 'replace']), path: z.string().min(1).max(400), value: z.unknown() }),
    strict({ op: z.literal('remove'), path: z.string().min(1).max(400) }),
  ])
  .meta({ id: 'PatchOp' });

/** Which text is meant: `version:<policy>:<first day>`, `draft:<id>`, or `draft:<id>@<version>` as it stood then. */
export const textRef = z
  .string()
  .regex(/^(version:[a-z0-9-]+:\d{4}-\d{2}-\d{2}|draft:[\w-]+(@\d+)?)$/)
  .meta({ examples: ['version:nbhtz-ladder:2020-11-23', 'draft:0198…', 'draft:0198…@12'] });

export const draftState = z.enum(DRAFT_STATES).meta({ id: 'StudioDraftState' });

export const by = z.object({ userId: z.string(), name: z.string(), at: z.string() }).meta({ id: 'ByPerson' });

export const draftPath = z.object({ draftId: id });
export type DraftDocument = z.infer<typeof draftDocument>;
export type PatchOp = z.infer<typeof patchOp>;
export type DraftState = z.infer<typeof draftState>;
export type Told = z.infer<typeof told>;
export type ByPerson = z.infer<typeof by>;
