import { type Hash, hashOf } from '@tidu/rules';
import type { DraftDocument } from './contract.ts';

/** The text as it will stand when it is published: nothing is changed after the approval but that it is in force. */
export const asPublished = (document: DraftDocument): DraftDocument => ({ ...document, status: 'published' });

/** INVARIANT (approved-hash): the hash of a draft is the hash of the version that comes of it. */
export const hashOfDraft = (document: DraftDocument): Hash => hashOf(asPublished(document));
