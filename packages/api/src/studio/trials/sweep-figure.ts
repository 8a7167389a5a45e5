import { num, valueAtPath } from '@tidu/rules';
import { ApiError, refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import { plainDates } from '../cases/generate-cases.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import { readableDoc } from '../readable-doc.ts';
import { parksOf } from '../texts.ts';
import { trialDates } from '../trial-dates.ts';
import { JobFailed, runJob } from '../worker/run-job.ts';
import type { SweepFigure, SweepResult } from './contract.ts';
import { type FirmsPlace, openFirms } from './open-firms.ts';
import { labelsIn, readBy, textOnTrial, textsFollowing } from './text-on-trial.ts';
import { withinScope } from './within-scope.ts';

/** Moves one figure of a draft through its range (滑动试算): firms passing and money at every position, with what follows from it in other policies. */
export async function sweepFigure(
  place: FirmsPlace,
  draftId: string,
  asked: SweepFigure,
  today: string,
): Promise<SweepResult> {
  const { db } = place;
  const draft = await findDraft(db, draftId);
  const doc = readableDoc(draft);
  const { path, population, from, to, steps, values } = asked;
  const now = valueAtPath(doc, path);
  if (!isFigure(now)) throw refuseAll('invalid-request', [{ path: 'path', message: message('api.studio.no-figure') }]);
  const wrong = [from, to, ...(values ?? [])].filter((each) => each !== undefined && !isFigure(each));
  if (wrong.length > 0)
    throw refuseAll('invalid-request', [{ path: 'values', message: message('api.studio.no-figure') }]);
  const dates = asked.dates ? plainDates(asked.dates) : trialDates(doc, today);
  const { firms } = await openFirms(place, withinScope(population, parksOf(draft)), [doc]);
  const text = readBy(population, await textOnTrial(db, doc, parksOf(draft)));
  // As in a trial: firms that are sent or made up have told nothing that other policies ask.
  const following = population.kind === 'on-file' ? await textsFollowing(db, doc, dates, parksOf(draft)) : [];
  const startedAt = performance.now();
  const swept = await runJob('sweepOne', {
    text,
    following,
    dates,
    firms,
    path,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(steps === undefined ? {} : { steps }),
    ...(values === undefined ? {} : { values }),
  }).catch((error: unknown) => {
    if (error instanceof JobFailed && error.kind === 'ParamNotInForce') throw new ApiError(422, 'figure-not-in-force');
    throw error;
  });
  const around = following.map((each) => each.doc);
  return {
    path,
    ...swept,
    points: [...swept.points],
    following: around.map(({ id }) => id),
    labels: labelsIn([...around, doc]),
    seconds: (performance.now() - startedAt) / 1000,
  };
}

function isFigure(value: unknown): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false;
  try {
    num(String(value));
    return true;
  } catch {
    return false;
  }
}
