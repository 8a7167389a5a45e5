import type { Reader } from '../../db/open-database.ts';
import { countFirms, lastChange } from '../../firms/facts/facts-of-firms.ts';
import { ApiError } from '../../http/api-error.ts';
import { EDITABLE } from '../draft-states.ts';
import { listDraftRows, type StudioDraftRow } from '../drafts/queries.ts';
import { JobFailed } from '../worker/run-job.ts';
import { judgeTexts } from './judge-texts.ts';
import type { FirmsPlace } from './open-firms.ts';
import { textsAsked } from './texts-asked.ts';

/** So many firms are read and judged in no time. */
const FEW = 2000;

/** What was made ready last, by database. */
const ready = new WeakMap<Reader, string>();

/**
 * Makes the trials of a draft quick before the first is asked for (试算预备): the firms on file are read, the programs made and
 * run once, so that a hundred thousand firms do not keep a person waiting. Whether it was worth doing is answered.
 */
export async function makeReady(place: FirmsPlace, draft: StudioDraftRow, now: Date): Promise<boolean> {
  if (!EDITABLE.includes(draft.state) || (await countFirms(place.db)) <= FEW) return false;
  try {
    return await judgeOnce(place, draft, now);
  } catch (error) {
    // A text that cannot be tried yet says so to who tries it.
    if (error instanceof ApiError || error instanceof JobFailed) return false;
    throw error;
  }
}

async function judgeOnce(place: FirmsPlace, draft: StudioDraftRow, now: Date): Promise<boolean> {
  const { db } = place;
  const { texts } = await textsAsked(db, draft, { population: { kind: 'on-file' } }, now);
  // Another figure of the same draft finds everything ready.
  const made = JSON.stringify([draft.id, draft.base, texts.parks, texts.dates, await lastChange(db)]);
  if (ready.get(db) === made) return false;
  ready.set(db, made);
  try {
    await judgeTexts(place, texts);
    return true;
  } catch (error) {
    ready.delete(db);
    throw error;
  }
}

/** The same for the draft somebody worked on last; after a start. */
export async function makeLatestReady(place: FirmsPlace, now: Date): Promise<void> {
  const latest = (await listDraftRows(place.db)).find(({ state }) => EDITABLE.includes(state));
  if (latest) await makeReady(place, latest, now);
}
