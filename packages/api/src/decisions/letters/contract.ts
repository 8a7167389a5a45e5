import * as z from 'zod';
import { strict } from '../../http/contract.ts';
import { LETTER_KINDS } from '../letter-kinds.ts';

const text = (most: number) => z.string().trim().min(1).max(most);

export const letterTemplate = strict({
  title: text(100),
  numberPrefix: text(30),
  issuer: text(100),
  paragraphs: z.array(z.string().min(1).max(2000)).min(1).max(40),
}).meta({ id: 'LetterTemplate', description: '文书模板；可用的占位符见 placeholders' });

const step = z.object({ at: z.string(), by: z.string() });

export const templatePath = z.object({ kind: z.enum(LETTER_KINDS) });
export const templateVersionPath = templatePath.extend({ version: z.coerce.number<string>().int().min(1) });
export const templateList = z.object({
  placeholders: z.array(z.string()),
  templates: z.array(
    z.object({
      kind: z.enum(LETTER_KINDS),
      version: z.int(),
      status: z.enum(['draft', 'published']),
      document: letterTemplate,
      isShipped: z.boolean(),
      isCurrent: z.boolean().meta({ description: '现在制发文书用的一版' }),
      saved: step.nullable(),
      published: step.nullable(),
      letters: z.int().meta({ description: '用这一版制发的文书数' }),
      mayPublish: z.boolean(),
    }),
  ),
  mayEdit: z.boolean(),
  mayUseCase: z.boolean().meta({ description: '能否用真实申报预览' }),
});
export const previewTemplate = strict({
  document: letterTemplate,
  caseNumber: text(40).optional().meta({ description: '受理编号；不填用示例' }),
}).meta({ id: 'PreviewLetterTemplate' });
export const templatePreview = z
  .object({
    letter: z.object({
      title: z.string(),
      number: z.string(),
      addressee: z.string(),
      paragraphs: z.array(z.string()),
      issuer: z.string(),
      day: z.string(),
    }),
    unknown: z.array(z.object({ paragraph: z.int(), name: z.string() })).meta({ description: '没有对应内容的占位符' }),
  })
  .meta({ id: 'LetterTemplatePreview' });
export const savedTemplate = z.object({ kind: z.enum(LETTER_KINDS), version: z.int() });

export type LetterTemplates = z.infer<typeof templateList>;
export type PreviewTemplate = z.infer<typeof previewTemplate>;
export type TemplatePreview = z.infer<typeof templatePreview>;
export type LetterTemplate = z.infer<typeof letterTemplate>;
