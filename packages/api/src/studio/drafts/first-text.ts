import { addMonths, dayOf, formatDay } from '@tidu/rules';
import type { Database } from '../../db/open-database.ts';
import { refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import type { DraftDocument } from '../contract.ts';
import { readText } from '../texts.ts';
import { blankDocument } from './blank-document.ts';
import type { NewStudioDraft } from './contract.ts';
import { withoutAcceptances } from './refuse-foreign-acceptance.ts';

/** What a new draft starts with. */
export interface FirstText {
  readonly policyId: string;
  readonly document: DraftDocument;
  readonly base: { readonly ref: string; readonly hash: string } | undefined;
  readonly parks: readonly string[] | null;
  readonly rollbackReason: string | undefined;
}

/** The text a new draft starts with: another one under a new date, a blank one, one that was sent, or an earlier one again. */
export async function firstText(database: Database, wanted: NewStudioDraft, today: string): Promise<FirstText> {
  const later = formatDay(addMonths(dayOf(today), 2));
  switch (wanted.from) {
    case 'blank': {
      const { policyId, label, applies = 'filing', pick = 'highest', inForceFrom = later } = wanted;
      const document = blankDocument({ policyId, label, inForceFrom, applies, pick });
      return { policyId, document, base: undefined, parks: null, rollbackReason: undefined };
    }
    case 'json':
      return fromJson(wanted);
    default: {
      const text = await readText(database.read, wanted.ref);
      const document = redated(text.document, wanted.inForceFrom ?? later);
      const rollbackReason = wanted.from === 'rollback' ? wanted.reason : undefined;
      const base = { ref: text.ref, hash: text.hash };
      return { policyId: text.policyId, document, base, parks: text.parks, rollbackReason };
    }
  }
}

function fromJson({ document, policyId }: Extract<NewStudioDraft, { from: 'json' }>): FirstText {
  const id = policyId ?? (typeof document.id === 'string' && ID.test(document.id) ? document.id : undefined);
  if (id === undefined)
    throw refuseAll('invalid-request', [
      { path: 'policyId', message: message('api.studio.no-policy-id'), fix: message('api.fix.studio.policy-id') },
    ]);
  const own = { ...withoutAcceptances(document), id, status: 'draft' };
  return { policyId: id, document: own, base: undefined, parks: null, rollbackReason: undefined };
}

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** The same text for another day, named after it. */
const redated = (document: DraftDocument, from: string): DraftDocument => ({
  ...document,
  status: 'draft',
  version: from,
  inForce: { from },
});
