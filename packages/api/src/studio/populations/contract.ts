import * as z from 'zod';
import { by, id, text } from '../contract.ts';

/** A list of firms somebody sent to try texts on; the firms themselves are never given out again. */
export const sentPopulation = z
  .object({
    id: z.string(),
    name: z.string().meta({ description: '文件名' }),
    firms: z.int(),
    skipped: z.int().meta({ description: '读不出、没有计入的行数' }),
    digest: z.string().meta({ description: '企业与指标的 SHA-256；试算结果里是同一个值' }),
    by,
    trials: z.int().meta({ description: '有几次试算用它' }),
    mayDelete: z.boolean(),
  })
  .meta({ id: 'SentPopulation' });
export const populationList = z.object({ populations: z.array(sentPopulation) }).meta({ id: 'SentPopulationList' });

/** The same with the lines that could not be read, so that all can be put right at once. */
export const uploadedPopulation = sentPopulation
  .extend({ problems: z.array(z.object({ line: z.int(), problem: z.string() })) })
  .meta({ id: 'UploadedPopulation' });

/** The file sent is the body; its columns are matched to the facts of the draft and of the text it came from. */
export const populationQuery = z.object({
  draftId: id,
  name: text(200),
  format: z.enum(['ndjson', 'csv', 'xlsx']).default('ndjson'),
});
export const populationPath = z.object({ populationId: id });

export type SentPopulation = z.infer<typeof sentPopulation>;
export type PopulationList = z.infer<typeof populationList>;
export type UploadedPopulation = z.infer<typeof uploadedPopulation>;
