import { type ApplicationRow, readApplications, readSubmission } from '../applications/queries.ts';
import type { Reader } from '../db/open-database.ts';
import { type Actor, hasStaffRole } from '../identity/actor.ts';
import { namePeople } from '../identity/name-people.ts';
import { yuanText, yuanTextOr } from '../money-text.ts';
import { listLatestSchemes } from '../schemes/queries.ts';
import type { Panel, PanelSummary } from './contract.ts';
import { maskIn, namesOf } from './mask-firm.ts';
import { isChairOf, isExpertOf, PANEL_KEEPERS, PANEL_READERS } from './open-panel.ts';
import { declarationOn, hasConflict, isComplete, isHandedIn, progressOn, scoreOf } from './progress.ts';
import { type PanelCaseRow, type PanelRecord, profilesOf } from './queries.ts';
import { readSheet } from './sheets/read-sheet.ts';

/** A panel as it goes out: how far everybody is, but no mark of anybody. */
export async function describePanel(db: Reader, actor: Actor, record: PanelRecord): Promise<Panel> {
  const { panel, rounds } = record;
  const sheet = await readSheet(db, panel.sheetId, panel.sheetVersion);
  if (!sheet) throw new Error(`panel ${panel.id} has lost its sheet`);
  const isKeeper = hasStaffRole(actor, PANEL_KEEPERS);
  const isUnsealed = panel.status === 'unsealed';
  return {
    id: panel.id,
    label: panel.label,
    schemeId: panel.schemeId,
    scheme: await schemeLabel(db, panel.schemeId),
    status: panel.status,
    version: panel.version,
    isBlind: panel.isBlind,
    expertsNeeded: panel.expertsNeeded,
    outlierAt: yuanText(panel.outlierAt),
    round: panel.round,
    rounds: rounds.map(({ round, reason, startedAt, unsealedAt }) => ({ round, reason, startedAt, unsealedAt })),
    createdAt: panel.createdAt,
    minutes: panel.minutes,
    closedAt: panel.closedAt,
    closedBy: panel.closedBy === null ? null : ((await namePeople(db, [panel.closedBy])).get(panel.closedBy) ?? ''),
    sheet,
    experts: await expertsOf(db, record),
    cases: await casesOf(db, actor, record),
    isExpert: isExpertOf(record, actor),
    mayManage: isKeeper && panel.status === 'scoring',
    mayClose: isUnsealed && isChairOf(record, actor),
    mayRescore: isUnsealed && (isKeeper || isChairOf(record, actor)),
  };
}

export async function schemeLabel(db: Reader, schemeId: string): Promise<Panel['scheme']> {
  const found = (await listLatestSchemes(db)).find(({ id }) => id === schemeId);
  return found?.document.label ?? { 'zh-CN': schemeId, en: schemeId };
}

async function expertsOf(db: Reader, record: PanelRecord): Promise<Panel['experts']> {
  const profiles = await profilesOf(
    db,
    record.experts.map(({ userId }) => userId),
  );
  const current = record.cases.filter(({ round }) => round === record.panel.round);
  return record.experts.map(({ userId, name, isChair }) => {
    const mine = current.filter(({ applicationId }) => !hasConflict(record, applicationId, userId));
    return {
      userId,
      name,
      isChair,
      employer: profiles.get(userId)?.employer ?? null,
      conflicts: record.cases.length - record.cases.filter((c) => !hasConflict(record, c.applicationId, userId)).length,
      handedIn: mine.filter((each) => isHandedIn(scoreOf(record, each, userId))).length,
      toScore: mine.length,
    };
  });
}

async function casesOf(db: Reader, actor: Actor, record: PanelRecord): Promise<Panel['cases']> {
  const rows = await readApplications(
    db,
    record.cases.map(({ applicationId }) => applicationId),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const seesFirm = hasStaffRole(actor, PANEL_READERS) || !record.panel.isBlind;
  const titles = await titlesFor(db, rows, seesFirm);
  return record.cases.flatMap((each, i) => {
    const row = byId.get(each.applicationId);
    if (!row) return [];
    const mine = mineOn(actor, record, each);
    // Whoever has a conflict, or has not said that there is none, is not told whose case it is when scoring is blind.
    return [
      {
        applicationId: each.applicationId,
        number: seesFirm ? row.number : null,
        title: seesFirm || mine?.declaration === 'none' ? (titles.get(row.id) ?? '') : `#${i + 1}`,
        firmName: seesFirm ? row.firmName : null,
        isActive: row.state === 'in-panel',
        round: each.round,
        ...progressOn(record, each),
        score: yuanTextOr(each.score),
        mine,
      },
    ];
  });
}

/** Names of the projects; where the firm is hidden, without what would tell it. */
async function titlesFor(db: Reader, rows: readonly ApplicationRow[], seesFirm: boolean) {
  const titles = new Map<string, string>();
  for (const row of rows) {
    const submission = row.submissionId === null || seesFirm ? undefined : await readSubmission(db, row.submissionId);
    titles.set(row.id, submission ? maskIn(row.projectName, await namesOf(db, row, submission)) : row.projectName);
  }
  return titles;
}

function mineOn(actor: Actor, record: PanelRecord, each: PanelCaseRow): Panel['cases'][number]['mine'] {
  if (!isExpertOf(record, actor)) return null;
  const said = declarationOn(record, each.applicationId, actor.userId);
  return {
    declaration: said === undefined ? 'missing' : said.hasConflict ? 'conflict' : 'none',
    conflict: said?.kind ?? null,
    isHandedIn: isHandedIn(scoreOf(record, each, actor.userId)),
  };
}

export async function summarizePanel(db: Reader, record: PanelRecord): Promise<PanelSummary> {
  const { panel, cases, experts } = record;
  const progress = cases.map((each) => progressOn(record, each));
  const done = panel.status !== 'scoring' || isComplete(record, () => true);
  const toHandIn = progress.reduce((sum, { needed }) => sum + needed, 0);
  return {
    id: panel.id,
    label: panel.label,
    scheme: await schemeLabel(db, panel.schemeId),
    status: panel.status,
    isBlind: panel.isBlind,
    cases: cases.length,
    experts: experts.length,
    handedIn: done ? toHandIn : progress.reduce((sum, { handedIn }) => sum + handedIn, 0),
    toHandIn,
    createdAt: panel.createdAt,
  };
}
