import type { SheetMarks } from '@tidu/rules';
import { type Detail, refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import { fenOfText, yuanText } from '../../money-text.ts';
import type { SaveScore, SheetDocument } from '../contract.ts';

/** Marks are kept in hundredths of a point, as amounts are kept in 分, and go out as decimal text. */
export const marksAsText = (json: string): Record<string, string | null> =>
  Object.fromEntries(
    Object.entries(JSON.parse(json) as SheetMarks).map(([id, mark]) => [id, mark === null ? null : yuanText(mark)]),
  );

/** Reads marks against the sheet; handed in they must be whole. Refuses with everything that is wrong at once. */
export function readMarks({ criteria }: SheetDocument, { marks, isFinal }: SaveScore): SheetMarks {
  const known = new Set(criteria.map(({ id }) => id));
  const problems: Detail[] = Object.keys(marks).flatMap((id) =>
    known.has(id) ? [] : [{ path: `marks.${id}`, message: message('api.detail.unknown-criterion') }],
  );
  const read: Record<string, number | null> = {};
  for (const { id, label, maxPoints, mayNotApply } of criteria) {
    const given = marks[id];
    const args = { label: label['zh-CN'], max: String(maxPoints) };
    const points = given === null || given === undefined ? given : fenOfText(given);
    const isMissing = points === undefined || (points === null && !mayNotApply);
    if (isMissing && isFinal) problems.push({ path: `marks.${id}`, message: message('api.detail.missing-mark', args) });
    else if (typeof points === 'number' && points > maxPoints * 100)
      problems.push({ path: `marks.${id}`, message: message('api.detail.mark-out-of-range', args) });
    else if (points !== undefined) read[id] = points;
  }
  if (isFinal && problems.length === 0 && Object.values(read).every((mark) => mark === null))
    problems.push({ path: 'marks', message: message('api.detail.all-not-applicable') });
  if (problems.length > 0) throw refuseAll('invalid-scores', problems);
  return read;
}
