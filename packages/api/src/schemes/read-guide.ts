import { pickVersion } from '@tidu/rules';
import { readStepTimes } from '../applications/step-times.ts';
import type { Reader } from '../db/open-database.ts';
import { applicable } from '../policies/applicable.ts';
import { listVersions, type StoredVersion } from '../policies/queries.ts';
import type { SchemeGuide, SchemeSummary, StoredRevision } from './contract.ts';
import { openingOn } from './opening.ts';
import { listLatestSchemes, listRevisions, type StoredScheme } from './queries.ts';

/** The guide of a revision with what is true of it today. */
export async function readGuide(db: Reader, stored: StoredScheme, today: string): Promise<SchemeGuide> {
  const { document, revision, status, hash, publishedAt } = stored;
  const version = versionOn(await listVersions(db), document.policy, today);
  return {
    scheme: document,
    revision,
    status,
    hash,
    ...(publishedAt ? { publishedAt } : {}),
    opening: openingOn(status, document.window, today),
    ...(version ? { policyVersion: version } : {}),
    steps: await readStepTimes(db, document),
  };
}

/** The version of the whole zone; where there is none, one for some parks, and for which. */
function versionOn(versions: readonly StoredVersion[], policy: string, today: string): SchemeGuide['policyVersion'] {
  const dates = { filing: today, decision: today };
  const parks = versions.flatMap((each) => (each.doc.id === policy ? (each.parks ?? []) : []));
  for (const park of [undefined, ...parks]) {
    const counting = applicable(versions, dates, park);
    const docs = counting.map(({ doc }) => doc);
    const picked = pickVersion(docs, policy, dates);
    const found = counting.find(({ doc }) => doc === picked);
    if (!found) continue;
    const { inForce, version } = found.doc;
    return { inForceFrom: inForce.from, version, ...(found.parks ? { parks: [...found.parks] } : {}) };
  }
  return undefined;
}

/** The schemes people may know of, those that are open first. */
export async function listSchemes(db: Reader, today: string): Promise<SchemeSummary[]> {
  const all = (await listLatestSchemes(db)).map(({ id, revision, status, document, publishedAt }) => ({
    id,
    revision,
    status,
    label: document.label,
    summary: document.summary,
    policy: document.policy,
    tiers: [...document.tiers],
    ...(document.pool ? { pool: document.pool } : {}),
    opening: openingOn(status, document.window, today),
    basis: document.basis,
    ...(publishedAt ? { publishedAt } : {}),
  }));
  return all.toSorted((a, b) => Number(b.opening.isOpen) - Number(a.opening.isOpen));
}

export async function listStoredRevisions(db: Reader): Promise<StoredRevision[]> {
  const rows = await listRevisions(db);
  return rows.map(({ id, revision, status, hash, document, savedAt, savedBy, savedByName, ...row }) => ({
    id,
    revision,
    status,
    hash,
    // Checked by its contract before it was stored.
    document: JSON.parse(document) as StoredRevision['document'],
    savedAt,
    savedBy,
    savedByName,
    ...(row.publishedAt ? { publishedAt: row.publishedAt } : {}),
    ...(row.publishedByName ? { publishedByName: row.publishedByName } : {}),
  }));
}
