import type { Impact, PolicyDoc } from '@tidu/rules';
import { eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { newId } from '../../db/new-id.ts';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import type { FileStore } from '../../files/file-store.ts';
import { ApiError } from '../../http/api-error.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import { policyTrials } from '../table.ts';
import type { StudioText } from '../texts.ts';
import { byOf } from '../who.ts';
import { JobFailed } from '../worker/run-job.ts';
import type { StartTrial } from './contract.ts';
import { judgeTexts } from './judge-texts.ts';
import { progress } from './progress.ts';
import { labelsIn } from './text-on-trial.ts';
import { type TextsAsked, textsAsked } from './texts-asked.ts';

type WholeAct = PersonalAct & { readonly database: Database };

/** One text tried, as it is kept. */
export interface KeptSide {
  readonly ref: string;
  readonly hash: string;
  readonly title: string;
  readonly impact: Impact;
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Other policies whose money is in it, because they go by the result of this one. */
  readonly following: readonly string[];
}

const MOST_AT_ONCE = 4;

/**
 * Starts a trial of a draft on firms (试算), alone or beside others, and answers at once: the work is done in a thread, what
 * comes out is kept with the draft. `done` is for who wants to wait.
 */
export async function startTrial(
  act: WholeAct,
  store: FileStore,
  draftId: string,
  asked: StartTrial,
): Promise<{ readonly id: string; readonly done: Promise<void> }> {
  const { read } = act.database;
  const draft = await findDraft(read, draftId);
  const { texts, of, against } = await textsAsked(read, draft, asked, act.now);
  const { population, dates } = texts;
  if (progress.size >= MOST_AT_ONCE) throw new ApiError(429, 'studio.too-many-trials');
  const id = newId();
  progress.set(id, { done: 0, total: 0, step: 'reading' });
  const row = {
    id,
    draftId,
    title: asked.title ?? draft.title,
    state: 'running' as const,
    draftVersion: draft.version,
    draftHash: draft.hash,
    against: against ?? null,
    population: JSON.stringify(population),
    dates: JSON.stringify(dates),
    ...byOf(act),
  };
  await withTransaction(act.database, async (tx) => {
    await tx.insert(policyTrials).values(row);
    await appendAudit(tx, act, {
      action: 'policy-trial.started',
      subject: { type: 'policy-draft', id: draftId },
      details: { trial: id, version: draft.version, hash: draft.hash, population, against },
    });
  });
  const done = runTrial(act, store, { id, draftId, texts, of }).finally(() => progress.delete(id));
  return { id, done };
}

interface Running extends Pick<TextsAsked, 'texts' | 'of'> {
  readonly id: string;
  readonly draftId: string;
}

async function runTrial(act: WholeAct, store: FileStore, running: Running): Promise<void> {
  const { id, texts, of } = running;
  const startedAt = performance.now();
  try {
    const judged = await judgeTexts({ db: act.database.read, store }, texts, (now) => progress.set(id, now));
    const { impacts, opened, before, following, milliseconds } = judged;
    const kept = impacts.map((impact, i): KeptSide => {
      const { ref, hash, title } = of[i] as StudioText;
      const labels = labelsIn([...following, before, texts.after[i] as PolicyDoc]);
      return { ref, hash, title, impact, labels, following: following.map((doc) => doc.id) };
    });
    await finish(act, running, {
      state: 'done',
      result: JSON.stringify(kept),
      firms: kept[0]?.impact.firms ?? 0,
      digest: opened.digest,
      skipped: opened.skipped,
      milliseconds,
    });
  } catch (error) {
    const milliseconds = Math.round(performance.now() - startedAt);
    await finish(act, running, { state: 'failed', failure: failureOf(error), milliseconds });
  }
}

/** What went wrong, in a word that the page has a sentence for; figures of firms are never repeated. */
function failureOf(error: unknown): string {
  if (error instanceof JobFailed && error.kind === 'ParamNotInForce') return 'figure-not-in-force';
  if (error instanceof JobFailed && error.message === 'population-gone') return 'interrupted';
  if (error instanceof ApiError) return error.code.replace('studio.', '');
  return 'internal';
}

type Finished = Partial<typeof policyTrials.$inferInsert> & { readonly state: 'done' | 'failed' };

const finish = (act: WholeAct, { id, draftId }: Running, finished: Finished): Promise<void> =>
  withTransaction(act.database, async (tx) => {
    await tx
      .update(policyTrials)
      .set({ ...finished, finishedAt: act.now.toISOString() })
      .where(eq(policyTrials.id, id));
    await appendAudit(tx, act, {
      action: finished.state === 'done' ? 'policy-trial.finished' : 'policy-trial.failed',
      subject: { type: 'policy-draft', id: draftId },
      details: { trial: id, firms: finished.firms ?? 0, digest: finished.digest ?? null },
    });
  });
