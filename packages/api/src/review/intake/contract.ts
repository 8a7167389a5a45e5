import * as z from 'zod';
import { strict } from '../../http/contract.ts';

const version = z.int().min(0).meta({ description: '页面所见的版本；已有变化则 409' });
const text = (most: number) => z.string().trim().min(1).max(most);

export const correctionItem = strict({
  subject: z
    .string()
    .max(100)
    .regex(/^(general|(material|fact):[A-Za-z0-9.-]+)$/)
    .meta({ description: 'material:<编号>、fact:<编号> 或 general' }),
  problem: text(1000),
  howToFix: text(1000),
  lateReason: text(500).optional().meta({ description: '第一次本可提出、现在才提出的项目，须写明原因；会标出并留痕' }),
}).meta({ id: 'CorrectionItem' });

export const returnRequest = strict({ version, items: z.array(correctionItem).min(1).max(60) }).meta({
  id: 'ReturnRequest',
  description: '一次性告知的完整清单',
});
export const acceptRequest = strict({ version }).meta({ id: 'AcceptRequest' });
export const acceptDeferredRequest = strict({
  version,
  days: z
    .array(strict({ materialId: z.string().max(60), workingDays: z.int().min(1).max(20) }))
    .max(60)
    .meta({ description: '每份容缺材料的补交期限（工作日）' }),
}).meta({ id: 'AcceptDeferredRequest' });
export const refuseAcceptanceRequest = strict({ version, reason: text(2000), clause: text(300) }).meta({
  id: 'RefuseAcceptanceRequest',
});

export const intakeResult = z
  .object({ id: z.string(), state: z.string(), version: z.int(), dueOn: z.string().nullable() })
  .meta({ id: 'IntakeResult' });

export const LETTER_KINDS = ['return', 'accept', 'accept-deferred', 'refuse-acceptance'] as const;
export const letter = z
  .object({
    kind: z.enum(LETTER_KINDS),
    title: z.string(),
    to: z.string(),
    number: z.string(),
    paragraphs: z.array(z.string()),
    items: z.array(z.object({ title: z.string(), text: z.string() })),
    on: z.string(),
    contact: z.string(),
  })
  .meta({ id: 'IntakeLetter', description: '告知书文字' });

export type ReturnRequest = z.infer<typeof returnRequest>;
export type CorrectionItem = z.infer<typeof correctionItem>;
export type AcceptRequest = z.infer<typeof acceptRequest>;
export type AcceptDeferredRequest = z.infer<typeof acceptDeferredRequest>;
export type RefuseAcceptanceRequest = z.infer<typeof refuseAcceptanceRequest>;
export type IntakeResult = z.infer<typeof intakeResult>;
export type IntakeLetter = z.infer<typeof letter>;
