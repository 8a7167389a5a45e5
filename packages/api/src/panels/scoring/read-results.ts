import { panelSpread, type SheetMarks } from '@tidu/rules';
import { readApplications } from '../../applications/queries.ts';
import type { Reader } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Actor } from '../../identity/actor.ts';
import { yuanText, yuanTextOr } from '../../money-text.ts';
import type { PanelResults, SheetDocument } from '../contract.ts';
import { hasConflict, isHandedIn, isUnsealed } from '../progress.ts';
import type { PanelCaseRow, PanelRecord } from '../queries.ts';
import { readSheet } from '../sheets/read-sheet.ts';
import { marksAsText } from './marks.ts';

type HandedIn = PanelRecord['scores'][number] & { total: number };

/** Scores handed in on a case in its last round, in the order of the experts. */
export const handedInOn = (record: PanelRecord, { applicationId, round }: PanelCaseRow): readonly HandedIn[] =>
  record.experts.flatMap(({ userId }) => {
    const found = record.scores.find(
      (each) => each.applicationId === applicationId && each.round === round && each.userId === userId,
    );
    return isHandedIn(found) ? [found] : [];
  });

/** Results of the cases whose round is unsealed; an expert does not see those of a case with a conflict. */
export async function readResults(db: Reader, actor: Actor, record: PanelRecord): Promise<PanelResults> {
  const shown = record.cases.filter(
    (each) => isUnsealed(record, each.round) && !hasConflict(record, each.applicationId, actor.userId),
  );
  if (record.panel.status === 'scoring' && shown.length === 0) throw new ApiError(409, 'still-sealed');
  const sheet = await readSheet(db, record.panel.sheetId, record.panel.sheetVersion);
  const rows = await readApplications(
    db,
    shown.map(({ applicationId }) => applicationId),
  );
  const titles = new Map(rows.map(({ id, projectName }) => [id, projectName]));
  return {
    cases: shown.flatMap((each) => {
      const result = resultOf(record, each, sheet?.document.criteria ?? []);
      return result ? [{ ...result, title: titles.get(each.applicationId) ?? '' }] : [];
    }),
  };
}

function resultOf(record: PanelRecord, each: PanelCaseRow, criteria: SheetDocument['criteria']) {
  const scores = handedInOn(record, each);
  const spread = panelSpread(
    scores.map(({ total }) => total),
    record.panel.outlierAt,
  );
  if (!spread) return undefined;
  const { mean, lowest, highest, range, deviation, outliers } = spread;
  const names = new Map(record.experts.map(({ userId, name }) => [userId, name]));
  return {
    applicationId: each.applicationId,
    round: each.round,
    mean: yuanText(mean),
    lowest: yuanText(lowest),
    highest: yuanText(highest),
    range: yuanText(range),
    deviation: yuanText(deviation),
    scores: scores.map(({ userId, total, marks, comment }, i) => ({
      expert: names.get(userId) ?? '',
      total: yuanText(total),
      marks: marksAsText(marks),
      comment,
      isOutlier: outliers.includes(i),
    })),
    criteria: criteria.map(({ id }) => ({
      id,
      ...meanOf(scores.map(({ marks }) => (JSON.parse(marks) as SheetMarks)[id])),
    })),
  };
}

/** The mean of those to whom the criterion applied. */
function meanOf(marks: readonly (number | null | undefined)[]): { mean: string | null; notApplicable: number } {
  const given = marks.filter((mark) => typeof mark === 'number');
  const sum = given.reduce((all, mark) => all + mark, 0);
  const mean = given.length === 0 ? null : Math.floor((2 * sum + given.length) / (2 * given.length));
  return { mean: yuanTextOr(mean), notApplicable: marks.filter((mark) => mark === null).length };
}
