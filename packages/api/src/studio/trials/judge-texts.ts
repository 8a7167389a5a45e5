import type { Dates, Impact, PolicyDoc } from '@tidu/rules';
import type { TextOnTrial } from '../worker/completed.ts';
import { runJob } from '../worker/run-job.ts';
import type { PopulationRef } from './contract.ts';
import { type FirmsPlace, type OpenedFirms, openFirms } from './open-firms.ts';
import type { Progress } from './progress.ts';
import { nothingBefore, readBy, textOnTrial, textsFollowing } from './text-on-trial.ts';

export interface TextsToJudge {
  /** What all others are compared with; nothing was there before where absent. */
  readonly before: PolicyDoc | undefined;
  readonly after: readonly [PolicyDoc, ...PolicyDoc[]];
  readonly population: PopulationRef;
  readonly parks: readonly string[] | null;
  readonly dates: Dates;
}

export interface JudgedTexts {
  /** Of each text after, in their order. */
  readonly impacts: readonly Impact[];
  readonly opened: OpenedFirms;
  readonly before: PolicyDoc;
  /** Other policies whose money is in it, because they go by the result. */
  readonly following: readonly PolicyDoc[];
  readonly milliseconds: number;
}

/** What texts do to the firms of a population compared with another text: firms are read, then judged in the thread. */
export async function judgeTexts(
  place: FirmsPlace,
  { before, after, population, parks, dates }: TextsToJudge,
  tell: (progress: Progress) => void = () => {},
): Promise<JudgedTexts> {
  const was = before ?? nothingBefore(after[0]);
  const opened = await openFirms(place, population, [was, ...after], (done, total) =>
    tell({ done, total, step: 'reading' }),
  );
  const ready = async (doc: PolicyDoc): Promise<TextOnTrial> =>
    readBy(population, await textOnTrial(place.db, doc, parks));
  const texts = { before: await ready(was), after: await Promise.all(after.map(ready)) };
  // Firms that are sent or made up have told nothing that other policies ask.
  const following = population.kind === 'on-file' ? await textsFollowing(place.db, after[0], dates, parks) : [];
  const startedAt = performance.now();
  const impacts = await runJob('trial', { ...texts, following, dates, firms: opened.firms }, (done, total) =>
    tell({ done, total, step: 'judging' }),
  );
  const milliseconds = Math.round(performance.now() - startedAt);
  return { impacts, opened, before: was, following: following.map(({ doc }) => doc), milliseconds };
}
