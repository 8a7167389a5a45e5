import type { Impact } from '@tidu/rules';
import { cameOfPolicy } from '../../applications/under-policy.ts';
import type { Reader } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import { yuanText } from '../../money-text.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import { asPolicy } from '../readable-doc.ts';
import { documentOf, parksOf } from '../texts.ts';
import { runJob } from '../worker/run-job.ts';
import type { PolicyReality, PopulationRef } from './contract.ts';
import { openOnFile } from './open-firms.ts';
import { listDoneTrials } from './queries.ts';
import type { KeptSide } from './start-trial.ts';
import { labelsIn, textOnTrial, textsFollowing } from './text-on-trial.ts';

/** What the trial said before a version was published, what the firms on file come to now, and what was really applied for. */
export async function readReality(db: Reader, draftId: string, now: Date): Promise<PolicyReality> {
  const draft = await findDraft(db, draftId);
  const { inForceFrom, publishedAt, hash } = draft;
  if (inForceFrom === null || publishedAt === null) throw new ApiError(409, 'studio.not-published');
  const doc = asPolicy(documentOf(draft));
  const trials = await listDoneTrials(db, draftId, hash);
  const kept = trials.find((row) => (JSON.parse(row.population) as PopulationRef).kind === 'on-file');
  const side = kept?.result ? (JSON.parse(kept.result) as KeptSide[])[0] : undefined;
  const parks = parksOf(draft);
  const { firms } = await openOnFile(db, parks);
  const text = await textOnTrial(db, doc, parks);
  const dates = kept ? JSON.parse(kept.dates) : { decision: inForceFrom, filing: inForceFrom };
  const following = await textsFollowing(db, doc, dates, parks);
  const [impact] = await runJob('trial', { before: text, after: [text], following, dates, firms });
  const came = await cameOfPolicy(db, hash);
  return {
    draftId,
    publishedOn: publishedAt,
    inForceFrom,
    promised: kept && side ? { trialId: kept.id, at: kept.at, ...figuresOf(side.impact) } : null,
    now: { at: now.toISOString(), ...figuresOf(impact as Impact) },
    applied: {
      submissions: came.submissions,
      approved: came.approved,
      refused: came.refused,
      open: came.open,
      claimed: yuanText(came.claimedFen),
      decided: yuanText(came.decidedFen),
      byBest: { ...came.byBest },
    },
    labels: labelsIn([...following.map((each) => each.doc), doc]),
  };
}

function figuresOf({ firms, standings, matrix, total, pools }: Impact) {
  const held = standings.map((standing, to) => [standing, matrix.reduce((sum, row) => sum + (row[to] ?? 0), 0)]);
  const money = Object.entries(pools).flatMap(([id, { after }]) => (after ? [[id, { ...after.claimed }]] : []));
  return {
    firms,
    standings: Object.fromEntries(held) as Record<string, number>,
    total: { ...total.after },
    pools: Object.fromEntries(money) as PolicyReality['now']['pools'],
  };
}
