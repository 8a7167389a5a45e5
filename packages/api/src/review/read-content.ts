import * as z from 'zod';

/** A file as it was handed in. */
export interface SubmittedFile {
  readonly id: string;
  readonly name: string;
  readonly digest: string;
}

export interface CostItem {
  readonly name: string;
  readonly amount?: string | undefined;
}

/** Other public money the firm says it has or asks for. */
export interface DeclaredFunding {
  readonly source: string;
  readonly project: string;
  readonly year?: number | undefined;
  readonly level?: string | undefined;
  readonly amount?: string | undefined;
}

export interface SubmittedContent {
  readonly costItems: readonly CostItem[];
  readonly otherFunding: readonly DeclaredFunding[];
  /** Files by material. */
  readonly materials: ReadonlyMap<string, readonly SubmittedFile[]>;
  readonly files: readonly SubmittedFile[];
}

const year = z.coerce.number<string | number>().int().optional().catch(undefined);
const file = z.object({ id: z.string(), name: z.string().catch(''), digest: z.string().catch('') });
const funding = z.object({
  source: z.string().catch(''),
  project: z.string().catch(''),
  year,
  level: z.string().optional().catch(undefined),
  amount: z.string().optional().catch(undefined),
});
const cost = z.object({ name: z.string(), amount: z.string().optional().catch(undefined) });
const material = z.object({ materialId: z.string(), files: z.array(file).catch([]) });

// What was submitted under an earlier form is still read: a part that is not there is empty.
const content = z.object({
  costItems: z.array(cost).catch([]),
  otherFunding: z.array(funding).catch([]),
  materials: z.array(material).catch([]),
});

/** What a submission says beside its facts, as far as the desk looks at it. */
export function readContent(json: string): SubmittedContent {
  const read = content.parse(JSON.parse(json));
  const materials = new Map(read.materials.map(({ materialId, files }) => [materialId, files]));
  return { ...read, materials, files: [...materials.values()].flat() };
}
