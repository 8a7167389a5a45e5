import { sheetTotal } from '@tidu/rules';
import { recordShare } from '../../applications/record-share.ts';
import type { PersonalAct } from '../../audit/act.ts';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError } from '../../http/api-error.ts';
import { yuanTextOr } from '../../money-text.ts';
import type { SaveScore } from '../contract.ts';
import { bumpPanel } from '../open-panel.ts';
import { hasConflict, isHandedIn, scoreOf } from '../progress.ts';
import { readPanel } from '../queries.ts';
import { requireClear } from '../require-clear.ts';
import { readSheet } from '../sheets/read-sheet.ts';
import { panelScores } from '../table.ts';
import { unsealIfComplete } from '../unseal-if-complete.ts';
import { readMarks } from './marks.ts';

export interface SavedScore {
  readonly total: string | null;
  readonly isHandedIn: boolean;
}

/**
 * Saves an expert's marks, or hands them in for good (提交评分). The marks themselves are in no audit row and no event: they
 * stay sealed until everybody has scored.
 */
export async function saveScore(
  act: PersonalAct & { readonly database: Database },
  panelId: string,
  applicationId: string,
  given: SaveScore,
): Promise<SavedScore> {
  const { record: seen, row } = await requireClear(act, panelId, applicationId);
  const sheet = await readSheet(act.database.read, seen.panel.sheetId, seen.panel.sheetVersion);
  if (!sheet) throw new Error(`panel ${panelId} has lost its sheet`);
  const marks = readMarks(sheet.document, given);
  const total = sheetTotal(sheet.document.criteria, marks) ?? null;
  const { userId } = act.actor;
  await withTransaction(act.database, async (tx) => {
    const record = await readPanel(tx, panelId);
    const each = record?.cases.find((one) => one.applicationId === applicationId);
    if (!record || !each) throw new ApiError(404, 'not-found');
    const isOpen = record.panel.status === 'scoring' && each.round === record.panel.round && row.state === 'in-panel';
    if (!isOpen || isHandedIn(scoreOf(record, each, userId))) throw new ApiError(409, 'not-in-this-state');
    if (hasConflict(record, applicationId, userId)) throw new ApiError(403, 'conflict-of-interest');
    const now = act.now.toISOString();
    const saved = { marks: JSON.stringify(marks), comment: given.comment, savedAt: now };
    const set = given.isFinal ? { ...saved, total, handedInAt: now } : { ...saved, total: null };
    await tx
      .insert(panelScores)
      .values({ panelId, applicationId, userId, round: each.round, ...set })
      .onConflictDoUpdate({
        target: [panelScores.panelId, panelScores.applicationId, panelScores.userId, panelScores.round],
        set,
      });
    if (!given.isFinal) return;
    await bumpPanel(tx, record);
    const details = { panelId, round: each.round };
    await recordShare(tx, act, row, { what: 'score.handed-in', duty: 'score', details });
    await unsealIfComplete(tx, act, panelId);
  });
  return { total: yuanTextOr(total), isHandedIn: given.isFinal };
}
