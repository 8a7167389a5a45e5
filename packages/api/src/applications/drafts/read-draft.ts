import { dayInChina } from '../../day-in-china.ts';
import type { Reader } from '../../db/open-database.ts';
import { filesByIds } from '../../files/queries.ts';
import type { Locale } from '../../messages/say.ts';
import { hasBrokenPromise } from '../broken-promise.ts';
import type { ApplicationRow } from '../queries.ts';
import type { ApplicationDraft } from './contract.ts';
import { changeOf, standingOf } from './draft-change.ts';
import { openDraft } from './open-draft.ts';

/** A draft for its page: what was filled in, what is on file, what is asked, and what has changed since. */
export async function readDraft(db: Reader, row: ApplicationRow, now: Date, locale: Locale): Promise<ApplicationDraft> {
  const draft = await openDraft(db, row, now);
  const { rules, returned, base } = draft;
  const { doc, hash } = rules.picked.version;
  const changed = returned ? undefined : changeOf(rules, await standingOf(db, rules, dayInChina(now)), locale);
  const asked = new Set(rules.asked.map(({ id }) => id));
  const { materials, evidence } = draft.content;
  const behind = Object.values(base.sources).flatMap((each) => each.evidence);
  const files = await filesByIds(db, row.firmId, [
    ...Object.values(materials).flat(),
    ...Object.values(evidence).flat(),
    ...behind,
  ]);
  return {
    content: draft.content,
    draftVersion: draft.draftVersion,
    savedAt: draft.saved.savedAt,
    savedByName: draft.saved.savedByName,
    scheme: rules.scheme.document,
    schemeRevision: rules.scheme.revision,
    policy: { id: doc.id, inForceFrom: doc.inForce.from, hash },
    dates: { ...rules.dates },
    ...(rules.park ? { park: rules.park } : {}),
    profile: {
      facts: Object.fromEntries(Object.entries(base.facts).filter(([id]) => asked.has(id))),
      sources: Object.fromEntries(
        Object.entries(base.sources).map(([key, { source, evidence }]) => [key, { source, evidence: [...evidence] }]),
      ),
    },
    files: files
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ id, name, digest, sizeBytes, mediaType, state }) => ({ id, name, digest, sizeBytes, mediaType, state })),
    ...(returned ? { editable: returned.corrections.map(({ subject }) => subject) } : {}),
    mayDefer: !(await hasBrokenPromise(db, row.firmId)),
    ...(changed ? { changed } : {}),
  };
}
