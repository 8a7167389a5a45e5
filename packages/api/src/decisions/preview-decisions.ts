import { requireFresh } from '../allocations/require-fresh.ts';
import { guardView } from '../applications/guard-view.ts';
import type { EventId } from '../applications/lifecycle.ts';
import { readSurroundings } from '../applications/surroundings.ts';
import { permittedEvents } from '../applications/transition.ts';
import { dayInChina } from '../day-in-china.ts';
import type { Reader } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import type { Actor } from '../identity/actor.ts';
import { type Locale, message, say } from '../messages/say.ts';
import { yuanText } from '../money-text.ts';
import { type DecisionBasis, readBasis } from './basis/read-basis.ts';
import { tierOf } from './basis/tier-of.ts';
import { checkAmount } from './check-amount.ts';
import type { BulkPreviewRow } from './contract.ts';
import { requireEligible } from './decide-case.ts';
import { refusalWords } from './refusal-words.ts';

interface Reading {
  readonly actor: Actor;
  readonly now: Date;
  readonly locale: Locale;
}

// What a person cannot know of before the reason is written does not stand in the way yet.
const WRITTEN: readonly string[] = ['reason-given', 'clause-given'];

/** What deciding each of these cases would come to, and why not where it would be refused; nothing is stored. */
export async function previewDecisions(
  db: Reader,
  ids: readonly string[],
  reading: Reading,
): Promise<readonly BulkPreviewRow[]> {
  const rows: BulkPreviewRow[] = [];
  for (const id of new Set(ids)) rows.push(await previewOne(db, await readBasis(db, id), reading));
  return rows;
}

async function previewOne(db: Reader, basis: DecisionBasis, reading: Reading): Promise<BulkPreviewRow> {
  const { row, suggested, scheme, doc, receipt } = basis;
  const obstacle = await obstaclesOf(db, basis, reading);
  const stale = await refusalOf(() => requireFresh(db, row, scheme.document), reading.locale);
  const unmet = await refusalOf(() => requireEligible(basis), reading.locale);
  const amount = await refusalOf(() => checkAmount(suggested, undefined, undefined), reading.locale);
  const tier = tierOf(doc, receipt.decision, scheme.document);
  return {
    applicationId: row.id,
    number: row.number,
    firmName: row.firmName,
    projectName: row.projectName,
    version: row.version,
    amount: suggested.suggestedFen ? yuanText(suggested.suggestedFen) : null,
    tier: tier ? { 'zh-CN': tier['zh-CN'] ?? '', en: tier.en ?? tier['zh-CN'] ?? '' } : null,
    approve: obstacle('propose-approval') ?? stale ?? unmet ?? amount,
    refuse: obstacle('refuse') ?? stale,
  };
}

async function obstaclesOf(db: Reader, { row }: DecisionBasis, { actor, now, locale }: Reading) {
  const around = await readSurroundings(db, row, dayInChina(now));
  const events = permittedEvents(row.state, row.firmId, guardView(row, around, { actor, now, requestId: '' }));
  return (event: EventId): string | undefined => {
    const found = events.find((each) => each.event === event);
    if (!found) return say(message('api.not-in-this-state'), locale);
    const blocked = found.blockedBy.filter((key) => !WRITTEN.includes(key));
    return blocked.length === 0 ? undefined : blocked.map((key) => say(message(`api.guard.${key}`), locale)).join('；');
  };
}

async function refusalOf(work: () => unknown, locale: Locale): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return refusalWords(error, locale);
  }
}
