import * as z from 'zod';

const year = z.int().optional().catch(undefined);
const text = z.string().optional().catch(undefined);
const file = z.object({
  id: z.string(),
  name: z.string().catch(''),
  digest: z.string().catch(''),
  mediaType: z.string().catch(''),
});
const funding = z.object({
  source: z.string().catch(''),
  project: z.string().catch(''),
  level: text,
  year,
  amount: text,
});
const cost = z.object({ name: z.string(), year, amount: text });
const material = z.object({ materialId: z.string(), files: z.array(file).catch([]) });
const origin = z.object({
  source: z.enum(['declared', 'proven', 'register']),
  evidence: z.array(z.string()).catch([]),
});

// What was submitted under an earlier form is still read: a part that is not there is empty.
const content = z.object({
  awards: z.array(z.string()).catch([]),
  costItems: z.array(cost).catch([]),
  otherFunding: z.array(funding).catch([]),
  materials: z.array(material).catch([]),
  sources: z.record(z.string(), origin).catch({}),
  notes: z.string().catch(''),
});

export type SubmittedParts = z.infer<typeof content>;

/** What a submission says beside its facts, as far as the desk looks at it. */
export const readContent = (json: string): SubmittedParts => content.parse(JSON.parse(json));
