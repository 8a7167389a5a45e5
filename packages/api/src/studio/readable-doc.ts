import type { PolicyDoc } from '@tidu/rules';
import { parsePolicy } from '@tidu/rules/parse';
import { detailsOf, refuseAll } from '../http/api-error.ts';
import type { DraftDocument } from './contract.ts';
import type { StudioDraftRow } from './drafts/queries.ts';
import { documentOf } from './texts.ts';

/** The text as a policy; refuses with every problem at once where it is none yet. */
export function asPolicy(document: DraftDocument): PolicyDoc {
  const parsed = parsePolicy(document);
  if (!parsed.ok) throw refuseAll('studio.unreadable', detailsOf(parsed.errors, 'document'));
  return parsed.doc;
}

export const readableDoc = (draft: StudioDraftRow): PolicyDoc => asPolicy(documentOf(draft));
