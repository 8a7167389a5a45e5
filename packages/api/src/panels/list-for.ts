import { listBeforePanels, readApplication } from '../applications/queries.ts';
import type { Reader } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { type Actor, hasStaffRole } from '../identity/actor.ts';
import { namePeople } from '../identity/name-people.ts';
import { holdersOf } from '../identity/queries.ts';
import { yuanTextOr } from '../money-text.ts';
import { readScheme } from '../schemes/queries.ts';
import type { CasePanels, ExpertList, PanelList, PanelSummary } from './contract.ts';
import { schemeLabel, summarizePanel } from './describe-panel.ts';
import { PANEL_READERS } from './open-panel.ts';
import { casesBeforePanels, listPanels, panelIdsOfCase, panelIdsOfExpert, profilesOf, readPanel } from './queries.ts';

/** Panels a person may know of: an expert the own ones, the keepers all, with the cases that still need one. */
export async function listPanelsFor(db: Reader, actor: Actor): Promise<PanelList> {
  const seesAll = hasStaffRole(actor, PANEL_READERS);
  const ids = seesAll ? (await listPanels(db)).map(({ id }) => id) : await panelIdsOfExpert(db, actor.userId);
  return { panels: await summaries(db, ids.toSorted().toReversed()), waiting: seesAll ? await waitingCases(db) : [] };
}

async function summaries(db: Reader, ids: readonly string[]): Promise<PanelSummary[]> {
  const found: PanelSummary[] = [];
  for (const id of ids) {
    const record = await readPanel(db, id);
    if (record) found.push(await summarizePanel(db, record));
  }
  return found;
}

async function waitingCases(db: Reader): Promise<PanelList['waiting']> {
  const rows = await listBeforePanels(db);
  const taken = await casesBeforePanels(
    db,
    rows.map(({ id }) => id),
  );
  const waiting: PanelList['waiting'] = [];
  for (const { id, schemeId, firmName, projectName } of rows.filter((row) => !taken.has(row.id)))
    waiting.push({ schemeId, scheme: await schemeLabel(db, schemeId), applicationId: id, firmName, projectName });
  return waiting;
}

export async function listExperts(db: Reader): Promise<ExpertList> {
  const ids = await holdersOf(db, 'panel-expert');
  const [names, profiles] = [await namePeople(db, ids), await profilesOf(db, ids)];
  return {
    experts: [...new Set(ids)].map((userId) => ({
      userId,
      name: names.get(userId) ?? '',
      employer: profiles.get(userId)?.employer ?? null,
      employerCode: profiles.get(userId)?.employerCode ?? null,
    })),
  };
}

/** The panels of one case, for the case page. */
export async function readCasePanels(db: Reader, applicationId: string): Promise<CasePanels> {
  const row = await readApplication(db, applicationId);
  const scheme = row && (await readScheme(db, row.schemeId, row.schemeRevision));
  if (!row || !scheme) throw new ApiError(404, 'not-found');
  return {
    hasPanel: scheme.document.panel?.isUsed ?? false,
    state: row.state,
    panelScore: yuanTextOr(row.panelScore),
    panels: await summaries(db, await panelIdsOfCase(db, applicationId)),
  };
}
