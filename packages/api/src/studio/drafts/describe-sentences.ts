import { parsePolicy } from '@tidu/rules/parse';
import { documentOf } from '../texts.ts';
import { runJob } from '../worker/run-job.ts';
import type { StudioSentences } from './contract.ts';
import type { StudioDraftRow } from './queries.ts';

/** The rules of a draft in words; none while the text cannot be read. */
export async function describeSentences(draft: StudioDraftRow): Promise<StudioSentences> {
  const parsed = parsePolicy(documentOf(draft));
  const told = parsed.ok ? await runJob('sentences', { doc: parsed.doc }) : [];
  return { version: draft.version, sentences: [...told] };
}
