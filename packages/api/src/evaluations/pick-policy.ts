import { asOf, type Dates, type PolicyDoc, pickVersion } from '@tidu/rules';
import type { ApiError } from '../http/api-error.ts';
import { applicable, lastDayOf } from '../policies/applicable.ts';
import type { StoredVersion } from '../policies/queries.ts';
import { notForPark, notInForce, unknownPolicy } from '../policies/refusals.ts';

/** The version that decides, and all documents beside it for the facts that come from another policy. */
export interface PickedPolicy {
  readonly version: StoredVersion;
  readonly docs: readonly PolicyDoc[];
}

/**
 * The version in force on the dates for a firm of a park; refuses with 404 where there is no such policy and 422 where none
 * is in force. A version published since ends the one before it, whose text stays as it was (ADR 9).
 */
export function pickPolicy(versions: readonly StoredVersion[], id: string, dates: Dates, park?: string): PickedPolicy {
  const counting = applicable(versions, dates, park);
  const docs = counting.map(({ doc }) => doc);
  const picked = pickVersion(docs, id, dates);
  if ('unknownPolicy' in picked || 'notInForce' in picked) {
    const elsewhere = parksInForce(versions, id, dates);
    if (elsewhere.length > 0) throw notForPark(id, elsewhere);
    throw refusal(versions, id, dates, 'notInForce' in picked ? picked.notInForce : {});
  }
  const version = counting.find(({ doc }) => doc === picked);
  if (!version) throw new Error('pickVersion gave a document that it was not given');
  return { version, docs };
}

/** The parks of which some version speaks on the days. */
const parksInForce = (versions: readonly StoredVersion[], id: string, dates: Dates): readonly string[] =>
  versions
    .flatMap(({ doc, parks }) => (doc.id === id ? (parks ?? []) : []))
    .filter((park) => {
      const docs = applicable(versions, dates, park).map(({ doc }) => doc);
      return 'facts' in pickVersion(docs, id, dates);
    });

function refusal(versions: readonly StoredVersion[], id: string, dates: Dates, gap: Gap): ApiError {
  const own = versions.filter(({ doc }) => doc.id === id && doc.status === 'published');
  const [latest] = own;
  const known = versions.map(({ doc }) => doc.id);
  if (!latest) return unknownPolicy(id, known, 'policy');
  const ended = own.flatMap((each) => lastDayOf(each) ?? []).filter((day) => day < asOf(latest.doc, dates));
  const lastTo = [...ended, ...(gap.lastTo ? [gap.lastTo] : [])].toSorted().at(-1);
  return notInForce(latest.doc, dates, asOf(latest.doc, dates), { ...gap, ...(lastTo ? { lastTo } : {}) });
}

type Gap = { readonly lastTo?: string; readonly nextFrom?: string };
