import type { Dates, Impact, PolicyDoc } from '@tidu/rules';
import { eq } from 'drizzle-orm';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { dayInChina } from '../../day-in-china.ts';
import { newId } from '../../db/new-id.ts';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import type { FileStore } from '../../files/file-store.ts';
import { ApiError } from '../../http/api-error.ts';
import { plainDates } from '../cases/generate-cases.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import { asPolicy } from '../readable-doc.ts';
import { policyTrials } from '../table.ts';
import { draftRef, readText, type StudioText } from '../texts.ts';
import { trialDates } from '../trial-dates.ts';
import { byOf } from '../who.ts';
import { JobFailed, runJob } from '../worker/run-job.ts';
import type { PopulationRef, StartTrial } from './contract.ts';
import { openFirms } from './open-firms.ts';
import { progress } from './progress.ts';
import { labelsIn, nothingBefore, readBy, textOnTrial, textsFollowing } from './text-on-trial.ts';
import { withinScope } from './within-scope.ts';

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

interface Sides {
  readonly before: PolicyDoc | undefined;
  readonly after: readonly { readonly text: StudioText; readonly doc: PolicyDoc }[];
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
  const own = await readText(read, `${draftRef(draftId)}@${draft.version}`);
  const others = await Promise.all((asked.beside ?? []).map((ref) => readText(read, ref)));
  const against = asked.against ?? draft.base ?? undefined;
  const sides: Sides = {
    before: against === undefined ? undefined : asPolicy((await readText(read, against)).document),
    after: [own, ...others].map((text) => ({ text, doc: asPolicy(text.document) })),
  };
  const population = withinScope(asked.population, own.parks);
  if (progress.size >= MOST_AT_ONCE) throw new ApiError(429, 'studio.too-many-trials');
  const dates = asked.dates ? plainDates(asked.dates) : trialDates(asPolicy(own.document), dayInChina(act.now));
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
  const done = runTrial(act, store, { id, draftId, population, parks: own.parks, sides, dates }).finally(() =>
    progress.delete(id),
  );
  return { id, done };
}

interface Running {
  readonly id: string;
  readonly draftId: string;
  readonly population: PopulationRef;
  readonly parks: readonly string[] | null;
  readonly sides: Sides;
  readonly dates: Dates;
}

async function runTrial(act: WholeAct, store: FileStore, running: Running): Promise<void> {
  const { id, population, parks, dates, sides } = running;
  const startedAt = performance.now();
  try {
    const { read } = act.database;
    const first = sides.after[0]?.doc as PolicyDoc;
    const docs = [sides.before ?? nothingBefore(first), ...sides.after.map(({ doc }) => doc)];
    const opened = await openFirms({ db: read, store }, population, docs, (done, total) =>
      progress.set(id, { done, total, step: 'reading' }),
    );
    const ready = async (doc: PolicyDoc) => readBy(population, await textOnTrial(read, doc, parks));
    const before = await ready(docs[0] ?? first);
    const after = await Promise.all(sides.after.map(({ doc }) => ready(doc)));
    // Firms that are sent or made up have told nothing that other policies ask.
    const following = population.kind === 'on-file' ? await textsFollowing(read, first, dates, parks) : [];
    const judged = performance.now();
    const impacts = await runJob('trial', { before, after, following, dates, firms: opened.firms }, (done, total) =>
      progress.set(id, { done, total, step: 'judging' }),
    );
    const around = following.map((each) => each.doc);
    const kept = sides.after.map(({ text, doc }, i): KeptSide => {
      const { ref, hash, title } = text;
      const labels = labelsIn([...around, before.doc, doc]);
      return { ref, hash, title, impact: impacts[i] as Impact, labels, following: around.map(({ id: of }) => of) };
    });
    const firms = kept[0]?.impact.firms ?? 0;
    const milliseconds = Math.round(performance.now() - judged);
    await finish(act, running, {
      state: 'done',
      result: JSON.stringify(kept),
      firms,
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
