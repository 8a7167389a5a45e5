import { hashOf } from '@tidu/rules';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { type Detail, refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import type { SheetDocument } from '../contract.ts';
import { scoringSheets } from '../table.ts';
import { listSheets } from './read-sheet.ts';

export interface SavedSheet {
  readonly id: string;
  readonly version: number;
}

/** Saves a new version of a scoring sheet as a draft; versions that are there are never changed. */
export function saveSheet(act: PersonalAct, id: string, document: SheetDocument): Promise<SavedSheet> {
  const problems = problemsOf(document);
  if (problems.length > 0) throw refuseAll('invalid-request', problems);
  return withTransaction(act.database, async (tx) => {
    const own = (await listSheets(tx)).filter((each) => each.id === id);
    const version = Math.max(0, ...own.map((each) => each.version)) + 1;
    const hash = hashOf(document);
    await tx.insert(scoringSheets).values({
      id,
      version,
      status: 'draft',
      document: JSON.stringify(document),
      hash,
      savedAt: act.now.toISOString(),
      savedBy: act.actor.userId,
    });
    const subject = { type: 'scoring-sheet', id: `${id}/${version}` };
    await appendAudit(tx, act, { action: 'scoring-sheet.saved', subject, details: { hash } });
    return { id, version };
  });
}

function problemsOf({ criteria }: SheetDocument): readonly Detail[] {
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  const ids = criteria.map(({ id }) => id);
  const twice = ids.flatMap((id, i) =>
    ids.indexOf(id) < i ? [{ path: `criteria.${i}.id`, message: message('api.detail.twice', { id }) }] : [],
  );
  if (sum === 100) return twice;
  return [{ path: 'criteria', message: message('api.detail.weights-sum', { sum: String(sum) }) }, ...twice];
}
