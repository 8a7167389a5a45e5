import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { dayInChina } from '../../day-in-china.ts';
import { newId } from '../../db/new-id.ts';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { getFirm } from '../../firms/queries.ts';
import { ApiError } from '../../http/api-error.ts';
import { roleInFirm } from '../../identity/actor.ts';
import { markUsed } from '../../policies/mark-used.ts';
import { openingOn } from '../../schemes/opening.ts';
import { readPublishedScheme, type StoredScheme } from '../../schemes/queries.ts';
import { ownCase } from '../own-case.ts';
import { listSubmissions } from '../read-case.ts';
import { applicationDrafts, applications } from '../table.ts';
import { inFullForm, readProfile, wholeSeries } from './case-facts.ts';
import { type CaseRules, rulesToday } from './case-rules.ts';
import type { DraftContent, StartDraftBody } from './contract.ts';
import { contentOf, EMPTY, readDraftRow } from './queries.ts';

type WholeAct = PersonalAct & { readonly database: Database };

/**
 * Starts a draft (新建申报): under the latest revision of an open scheme, filled from the firm's profile, from a self-check
 * the person sent along, or from an earlier application.
 */
export async function startDraft(act: WholeAct, body: StartDraftBody): Promise<{ readonly id: string }> {
  const { read } = act.database;
  if (roleInFirm(act.actor, body.firmId) === undefined) throw new ApiError(404, 'not-found');
  const firm = await getFirm(read, body.firmId);
  if (!firm) throw new ApiError(404, 'not-found');
  const today = dayInChina(act.now);
  const rules = await rulesToday(
    read,
    await openScheme(act.database, body.schemeId, today),
    today,
    firm?.parkId ?? undefined,
  );
  const content = await firstContent(act, rules, body);
  const { doc, hash } = rules.picked.version;
  const id = newId();
  const at = act.now.toISOString();
  await withTransaction(act.database, async (tx) => {
    await markUsed(tx, { id: doc.id, inForceFrom: doc.inForce.from }, act.now);
    await tx.insert(applications).values({
      id,
      firmId: firm.id,
      schemeId: rules.scheme.id,
      schemeRevision: rules.scheme.revision,
      poolYear: Number(today.slice(0, 4)),
      state: 'draft',
      version: 1,
      projectName: content.projectName,
      createdAt: at,
      createdBy: act.actor.userId,
      stateSince: at,
      firmName: firm.name,
      creditCode: firm.creditCode,
    });
    await tx.insert(applicationDrafts).values({
      applicationId: id,
      draftVersion: 1,
      content: JSON.stringify(content),
      policyHash: hash,
      savedAt: at,
      savedBy: act.actor.userId,
      savedByName: act.actor.name,
    });
    const details = { scheme: rules.scheme.id, firmId: firm.id, ...(body.copyOf ? { copyOf: body.copyOf } : {}) };
    await appendAudit(tx, act, { action: 'application.drafted', subject: { type: 'application', id }, details });
  });
  return { id };
}

async function openScheme(database: Database, id: string, today: string): Promise<StoredScheme> {
  const scheme = await readPublishedScheme(database.read, id);
  if (!scheme) throw new ApiError(404, 'not-found');
  if (!openingOn(scheme.status, scheme.document.window, today).isOpen) throw new ApiError(409, 'scheme-not-open');
  return scheme;
}

async function firstContent(act: WholeAct, rules: CaseRules, body: StartDraftBody): Promise<DraftContent> {
  const copied = body.copyOf === undefined ? EMPTY : await contentToCopy(act, body.copyOf, body.firmId);
  const { materials, awards } = rules.scheme.document;
  const hasMaterial = (id: string) => materials.some((each) => each.id === id);
  const asked = new Set(rules.asked.map(({ id }) => id));
  const profile = await readProfile(act.database.read, body.firmId);
  const given = Object.entries(wholeSeries(profile.facts, inFullForm(body.facts ?? {})));
  return {
    ...copied,
    awards: copied.awards.filter((id) => awards.includes(id)),
    materials: Object.fromEntries(Object.entries(copied.materials).filter(([id]) => hasMaterial(id))),
    // The profile is newer than what an earlier application said.
    facts: Object.fromEntries(given.filter(([id]) => asked.has(id))),
    evidence: {},
    deferrals: [],
    answers: {},
  };
}

/** What an earlier application of the same firm said: the last submission, or the draft where there is none. */
async function contentToCopy(act: WholeAct, id: string, firmId: string): Promise<DraftContent> {
  const { read } = act.database;
  const row = await ownCase(read, act.actor, id);
  if (row.firmId !== firmId) throw new ApiError(404, 'not-found');
  const [last] = await listSubmissions(read, id);
  if (last) return draftContentOf(last.content);
  const draft = await readDraftRow(read, id);
  return draft ? contentOf(draft) : EMPTY;
}

/** What was submitted, in the form in which it is edited. */
export function draftContentOf(submitted: string): DraftContent {
  const was = JSON.parse(submitted) as Omit<DraftContent, 'materials' | 'facts' | 'evidence'> & {
    readonly materials: readonly { readonly materialId: string; readonly files: readonly { readonly id: string }[] }[];
  };
  const { projectName, claim, awards, deferrals, otherFunding, costItems, notes } = was;
  return {
    projectName,
    ...(claim === undefined ? {} : { claim }),
    awards,
    facts: {},
    evidence: {},
    materials: Object.fromEntries(
      was.materials.map(({ materialId, files }) => [materialId, files.map(({ id }) => id)]),
    ),
    deferrals,
    otherFunding,
    costItems,
    notes,
    answers: {},
  };
}
