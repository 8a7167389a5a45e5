import { dayOf } from '@tidu/rules';
import { type Usage, usageByPolicy } from '../../applications/under-policy.ts';
import type { Reader } from '../../db/open-database.ts';
import { listParks } from '../../firms/queries.ts';
import { type Actor, hasStaffRole } from '../../identity/actor.ts';
import { lastDayOf } from '../../policies/applicable.ts';
import { listVersions, type StoredVersion } from '../../policies/queries.ts';
import { listLatestSchemes } from '../../schemes/queries.ts';
import { countComments, lastConsultation } from '../consultations/queries.ts';
import { createdBy, updatedBy } from '../drafts/describe-draft.ts';
import { countOpenComments, listDraftRows, type StudioDraftRow } from '../drafts/queries.ts';
import { documentOf, draftRef, versionRef } from '../texts.ts';
import type { Library, LibraryDraft, LibraryPolicy, LibraryVersion } from './contract.ts';

/** All policies with their versions and drafts (政策库): where each stands, how long it lasts, and what hangs on it. */
export async function listLibrary(db: Reader, actor: Actor, today: string): Promise<Library> {
  const versions = await listVersions(db);
  const rows = await listDraftRows(db);
  const usage = await usageByPolicy(db);
  const open = await countOpenComments(
    db,
    rows.map(({ id }) => id),
  );
  const drafts = await Promise.all(rows.map((row) => describeLibraryDraft(db, row, today, open.get(row.id) ?? 0)));
  const schemes = await listLatestSchemes(db);
  const ids = [...new Set([...versions.map(({ doc }) => doc.id), ...rows.map(({ policyId }) => policyId)])];
  const policies = ids.map((id): LibraryPolicy => {
    const own = versions.filter(({ doc }) => doc.id === id);
    const ofDrafts = rows.find(({ policyId }) => policyId === id);
    const described = own.map((each) => describeVersion(each, today, usage(each.hash), rows));
    const mine = schemes.filter(({ document }) => document.policy === id);
    return {
      id,
      label: labelOf(own, ofDrafts, id),
      versions: described,
      drafts: drafts.filter(({ policyId }) => policyId === id),
      schemes: mine.map(({ document }) => ({ id: document.id, label: { ...document.label } })),
      lacksScheme: mine.length === 0 && described.some(({ state }) => state === 'in-force' || state === 'coming'),
    };
  });
  const parks = (await listParks(db)).map(({ id, label, labelEn }) => ({ id, label: { 'zh-CN': label, en: labelEn } }));
  return { policies, parks, mayEdit: hasStaffRole(actor, ['policy-editor']) };
}

function labelOf(
  versions: readonly StoredVersion[],
  draft: StudioDraftRow | undefined,
  id: string,
): Record<string, string> {
  const label = versions[0]?.doc.label ?? (draft && documentOf(draft).label);
  return typeof label === 'object' && label !== null ? { ...(label as Record<string, string>) } : { 'zh-CN': id };
}

const days = (from: string, to: string): number => dayOf(to) - dayOf(from);

function describeVersion(
  version: StoredVersion,
  today: string,
  { submissions, casesInFlight, drafts }: Usage,
  rows: readonly StudioDraftRow[],
): LibraryVersion {
  const { doc, hash, parks, origin, usedAt, evaluations = 0 } = version;
  const { from } = doc.inForce;
  const last = lastDayOf(version);
  const isComing = from > today;
  const isOver = last !== undefined && last < today;
  const state = doc.status === 'withdrawn' ? 'withdrawn' : isComing ? 'coming' : isOver ? 'expired' : 'in-force';
  return {
    ref: versionRef(doc.id, from),
    inForceFrom: from,
    endsOn: last ?? null,
    version: doc.version,
    hash,
    state,
    daysLeft: last === undefined || isOver ? null : days(today, last) + 1,
    daysUntil: isComing ? days(today, from) : null,
    parks: parks ? [...parks] : null,
    origin: origin ?? 'shipped',
    draftId: rows.find((row) => row.publishedAt !== null && row.hash === hash)?.id ?? null,
    usedSince: usedAt ?? null,
    evaluations,
    submissions,
    casesInFlight,
    firmDrafts: drafts,
  };
}

async function describeLibraryDraft(
  db: Reader,
  row: StudioDraftRow,
  today: string,
  openComments: number,
): Promise<LibraryDraft> {
  const found = await lastConsultation(db, row.id);
  const { id, policyId, title, base, state, version } = row;
  const inForce = documentOf(row).inForce as { readonly from?: string } | undefined;
  const [opensOn, closesOn] = [found?.opensOn, found?.closesOn];
  const consultation =
    found?.kind === 'public' && opensOn && closesOn
      ? {
          id: found.id,
          opensOn,
          closesOn,
          daysLeft: Math.max(0, days(today, closesOn) + 1),
          comments: (await countComments(db, [found.id]))(found.id).all,
        }
      : null;
  return {
    ...{ id, policyId, title, base, state, version, consultation, openComments },
    ref: draftRef(id),
    inForceFrom: typeof inForce?.from === 'string' ? inForce.from : null,
    createdBy: createdBy(row),
    updatedBy: updatedBy(row),
  };
}
