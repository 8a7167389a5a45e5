import { readApplications } from '../applications/queries.ts';
import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { newId } from '../db/new-id.ts';
import type { Transaction } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { type Detail, refuseAll } from '../http/api-error.ts';
import { message } from '../messages/say.ts';
import { fenOfText } from '../money-text.ts';
import { readScheme } from '../schemes/queries.ts';
import type { CreatePanel } from './contract.ts';
import { casesBeforePanels } from './queries.ts';
import { readSheet, sheetForScheme } from './sheets/read-sheet.ts';
import { panelCases, panelRounds, panels } from './table.ts';

// Among three the farthest is never more than 1.41 deviations from the mean.
const OUTLIER_AT = 130;

/** Sets up a panel over cases of one scheme (组建评审组); from then on it keeps this version of the scoring sheet. */
export const createPanel = (act: PersonalAct, wanted: CreatePanel): Promise<string> =>
  withTransaction(act.database, async (tx) => {
    const ids = [...new Set(wanted.applicationIds)];
    const cases = await readApplications(tx, ids);
    const [first] = cases;
    const scheme = first && (await readScheme(tx, first.schemeId, first.schemeRevision));
    const sheet = wanted.sheet
      ? await readSheet(tx, wanted.sheet.id, wanted.sheet.version)
      : await sheetForScheme(tx, first?.schemeId ?? '');
    const problems = await problemsOf(tx, wanted, cases);
    if (sheet?.status !== 'published') problems.push({ path: 'sheet', message: message('api.detail.no-such-sheet') });
    if (problems.length > 0 || !scheme || !sheet) throw refuseAll('invalid-panel', problems);
    const id = newId();
    const at = act.now.toISOString();
    await tx.insert(panels).values({
      id,
      label: wanted.label,
      schemeId: scheme.id,
      status: 'scoring',
      version: 1,
      sheetId: sheet.id,
      sheetVersion: sheet.version,
      isBlind: wanted.isBlind ?? (hidesAny(cases) && (scheme.document.panel?.isBlind ?? true)),
      expertsNeeded: wanted.expertsNeeded ?? scheme.document.panel?.experts ?? 3,
      outlierAt: wanted.outlierAt === undefined ? OUTLIER_AT : (fenOfText(wanted.outlierAt) ?? OUTLIER_AT),
      round: 1,
      createdAt: at,
      createdBy: act.actor.userId,
    });
    await tx.insert(panelRounds).values({ panelId: id, round: 1, startedAt: at, startedBy: act.actor.userId });
    await tx.insert(panelCases).values(ids.map((applicationId) => ({ panelId: id, applicationId, round: 1 })));
    const details = { cases: ids, sheet: `${sheet.id}/${sheet.version}` };
    await appendAudit(tx, act, { action: 'panel.created', subject: { type: 'panel', id }, details });
    return id;
  });

/** Experts declare on the names of the firms before they read: with one firm that says whose case it is. */
const hidesAny = (cases: readonly { readonly firmId: string }[]): boolean =>
  new Set(cases.map(({ firmId }) => firmId)).size > 1;

async function problemsOf(
  tx: Transaction,
  { applicationIds }: CreatePanel,
  cases: Awaited<ReturnType<typeof readApplications>>,
): Promise<Detail[]> {
  const byId = new Map(cases.map((each) => [each.id, each]));
  const taken = await casesBeforePanels(tx, applicationIds);
  return applicationIds.flatMap((id, i) => {
    const row = byId.get(id);
    const wrong =
      row?.state !== 'in-panel'
        ? 'not-before-panel'
        : taken.has(id)
          ? 'in-other-panel'
          : row.schemeId === cases[0]?.schemeId
            ? undefined
            : 'other-scheme';
    return wrong ? [{ path: `applicationIds.${i}`, message: message(`api.detail.${wrong}`) }] : [];
  });
}
