import type { Reader } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import { type Actor, roleInFirm } from '../../identity/actor.ts';
import { mayOpen } from '../../review/may-open.ts';
import { readApplication } from '../queries.ts';
import { listSubmissions } from '../read-case.ts';
import type { Submission } from './contract.ts';
import { describeSubmission } from './describe-submission.ts';

/** One submission, for people of the firm and for officials who may open the case; to anyone else it is not there. */
export async function readSubmissionFor(db: Reader, actor: Actor, id: string, round: number): Promise<Submission> {
  const row = await readApplication(db, id);
  const isSeen = row && (roleInFirm(actor, row.firmId) !== undefined || (await mayOpen(db, actor, row)));
  const found = isSeen ? (await listSubmissions(db, id)).find((each) => each.round === round) : undefined;
  if (!row || !found) throw new ApiError(404, 'not-found');
  return describeSubmission(found, row.number ?? '');
}
