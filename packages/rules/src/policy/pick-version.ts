import { asOf } from './dates-of.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Id, IsoDate, PolicyDoc } from './document.ts';
import type { Dates } from './facts.ts';
import { problem } from './problem.ts';

/** No version on the day: the last day of the version before it and the first day of the one after, where there are any. */
export interface NotInForce {
  readonly notInForce: { readonly lastTo?: IsoDate; readonly nextFrom?: IsoDate };
}

/** The version in force, or why there is none. */
export type PickedVersion = PolicyDoc | NotInForce | { readonly unknownPolicy: true };

const published = (all: readonly PolicyDoc[], id: Id): readonly PolicyDoc[] =>
  all.filter((doc) => doc.id === id && doc.status === 'published');

// ISO days of four-digit years sort as text.
const begun = (doc: PolicyDoc, on: IsoDate): boolean => doc.inForce.from <= on;
const ended = (doc: PolicyDoc, on: IsoDate): boolean => doc.inForce.to !== undefined && doc.inForce.to < on;

/**
 * Picks the published version of a policy that is in force (适用版本) on the day the version itself names in `applies`.
 * Nothing is carried on past `to`. Where versions overlap by mistake (`findVersionConflicts`) the later start wins.
 *
 * @example pickVersion([doc], 'tech-sme', { decision: '2017-05-02' }) // { notInForce: { nextFrom: '2017-05-03' } }
 */
export function pickVersion(all: readonly PolicyDoc[], id: Id, dates: Dates): PickedVersion {
  const versions = published(all, id);
  if (versions.length === 0) return { unknownPolicy: true };
  const inForce = versions.filter((doc) => begun(doc, asOf(doc, dates)) && !ended(doc, asOf(doc, dates)));
  const [picked] = inForce.toSorted((a, b) => (a.inForce.from < b.inForce.from ? 1 : -1));
  if (picked) return picked;
  const past = versions.filter((doc) => ended(doc, asOf(doc, dates))).flatMap((doc) => doc.inForce.to ?? []);
  const coming = versions.filter((doc) => !begun(doc, asOf(doc, dates))).map((doc) => doc.inForce.from);
  const lastTo = past.toSorted().at(-1);
  const nextFrom = coming.toSorted().at(0);
  return {
    notInForce: { ...(lastTo === undefined ? {} : { lastTo }), ...(nextFrom === undefined ? {} : { nextFrom }) },
  };
}

/**
 * Published versions of one policy that are in force on the same day. One error per pair, at the later version's
 * `inForce`; paths start with the index in `all`, e.g. `2.inForce`.
 */
export function findVersionConflicts(all: readonly PolicyDoc[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  all.forEach((doc, i) => {
    if (doc.status !== 'published') return;
    for (const earlier of published(all.slice(0, i), doc.id)) {
      if (!overlap(earlier, doc)) continue;
      const args = { policy: doc.id, a: span(earlier), b: span(doc) };
      found.push({ ...problem('version-overlap', `${i}.inForce`, args, 'end-before-next'), node: doc.id });
    }
  });
  return found;
}

const overlap = (a: PolicyDoc, b: PolicyDoc): boolean => !ended(a, b.inForce.from) && !ended(b, a.inForce.from);
const span = (doc: PolicyDoc): string => `${doc.inForce.from}/${doc.inForce.to ?? '…'}`;
