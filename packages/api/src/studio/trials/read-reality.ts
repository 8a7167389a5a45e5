import { type Dates, hashOf, type Impact, type PolicyDoc } from '@tidu/rules';
import { cameOfPolicy } from '../../applications/under-policy.ts';
import { lastChange } from '../../firms/facts/facts-of-firms.ts';
import { ApiError } from '../../http/api-error.ts';
import { yuanText } from '../../money-text.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import { asPolicy } from '../readable-doc.ts';
import { documentOf, parksOf, readText } from '../texts.ts';
import type { PolicyReality, PopulationRef } from './contract.ts';
import { judgeTexts } from './judge-texts.ts';
import { type FirmsPlace, placeOf } from './open-firms.ts';
import { listDoneTrials } from './queries.ts';
import type { KeptSide } from './start-trial.ts';
import { labelsIn, textsFollowing } from './text-on-trial.ts';
import { withinScope } from './within-scope.ts';

/** What the trial said before a version was published, what the firms on file come to now, and what was really applied for. */
export async function readReality(place: FirmsPlace, draftId: string, now: Date): Promise<PolicyReality> {
  const { db } = place;
  const draft = await findDraft(db, draftId);
  const { inForceFrom, publishedAt, hash } = draft;
  if (inForceFrom === null || publishedAt === null) throw new ApiError(409, 'studio.not-published');
  const doc = asPolicy(documentOf(draft));
  const trials = await listDoneTrials(db, draftId, hash);
  const kept = trials.find((row) => (JSON.parse(row.population) as PopulationRef).kind === 'on-file');
  const side = kept?.result ? (JSON.parse(kept.result) as KeptSide[])[0] : undefined;
  const parks = parksOf(draft);
  const dates: Dates = kept ? JSON.parse(kept.dates) : { decision: inForceFrom, filing: inForceFrom };
  const before = kept ? kept.against : draft.base;
  const { impact, following } = await effectNow(place, { doc, before, parks, dates });
  const came = await cameOfPolicy(db, hash);
  return {
    draftId,
    publishedOn: publishedAt,
    inForceFrom,
    promised: kept && side ? { trialId: kept.id, at: kept.at, ...figuresOf(side.impact) } : null,
    now: { at: now.toISOString(), ...figuresOf(impact) },
    applied: {
      submissions: came.submissions,
      approved: came.approved,
      refused: came.refused,
      open: came.open,
      claimed: yuanText(came.claimedFen),
      decided: yuanText(came.decidedFen),
      byBest: { ...came.byBest },
    },
    labels: labelsIn([...following, doc]),
  };
}

interface Asked {
  readonly doc: PolicyDoc;
  /** The text the trial before publication compared it with. */
  readonly before: string | null;
  readonly parks: readonly string[] | null;
  readonly dates: Dates;
}

interface Effect {
  readonly impact: Impact;
  readonly following: readonly PolicyDoc[];
}

/** The same trial as before publication on the firms as they are now; once for each change on file. */
async function effectNow(place: FirmsPlace, { doc, before, parks, dates }: Asked): Promise<Effect> {
  const { db } = place;
  const old = before === null ? undefined : asPolicy((await readText(db, before)).document);
  const following = (await textsFollowing(db, doc, dates, parks)).map((each) => hashOf(each.doc));
  const key = JSON.stringify([hashOf(doc), before, dates, parks, following, placeOf(db), await lastChange(db)]);
  const known = effects.get(key);
  if (known) return known;
  const population = withinScope({ kind: 'on-file' }, parks);
  const made = judgeTexts(place, { before: old, after: [doc], population, parks, dates }).then(
    ({ impacts: [impact], following: others }): Effect => ({ impact: impact as Impact, following: others }),
  );
  remember(key, made);
  return made;
}

const effects = new Map<string, Promise<Effect>>();
const MOST_KEPT = 10;

function remember(key: string, made: Promise<Effect>): void {
  effects.set(key, made);
  made.catch(() => effects.delete(key));
  for (const old of effects.keys()) if (effects.size > MOST_KEPT) effects.delete(old);
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
