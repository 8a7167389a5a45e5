import { guardView } from '../applications/guard-view.ts';
import { readApplication } from '../applications/queries.ts';
import { readSurroundings } from '../applications/surroundings.ts';
import { permittedEvents } from '../applications/transition.ts';
import { dayInChina } from '../day-in-china.ts';
import type { Reader } from '../db/open-database.ts';
import { ApiError } from '../http/api-error.ts';
import { type Actor, roleInFirm } from '../identity/actor.ts';
import { yuanTextOr } from '../money-text.ts';
import { listRowsOfCase } from '../publicity/queries.ts';
import type { ConsideredOverride } from './basis/read-overruling.ts';
import type { Outcome } from './contract.ts';
import { describeAppeal, describeLetter } from './describe-decision.ts';
import { type DecisionRow, listDecisions, listLetters, readAppeal } from './queries.ts';

const MINE = ['appeal'];

/** What came of a case, for the firm itself: in plain words, what was decisive, letters, and what it may do. */
export async function readOutcome(db: Reader, actor: Actor, applicationId: string, now: Date): Promise<Outcome> {
  const row = await readApplication(db, applicationId);
  if (!row || roleInFirm(actor, row.firmId) === undefined) throw new ApiError(404, 'not-found');
  const decided = (await listDecisions(db, row.id)).at(-1);
  const [published] = await listRowsOfCase(db, row.id);
  const appeal = await readAppeal(db, row.id);
  const around = await readSurroundings(db, row, dayInChina(now));
  const events = permittedEvents(row.state, row.firmId, guardView(row, around, { actor, now, requestId: '' }));
  const isStanding = published !== undefined && published.row.replacedBy === null;
  return {
    state: row.state,
    version: row.version,
    decision: decided ? plainDecision(decided) : null,
    notice: isStanding
      ? {
          id: published.notice.id,
          number: published.notice.number,
          until: row.state === 'in-publicity' ? row.dueOn : null,
        }
      : null,
    openObjections: row.openObjections,
    appealUntil: row.state === 'refused' ? row.dueOn : null,
    appeal: appeal ? describeAppeal(appeal) : null,
    letters: (await listLetters(db, row.id)).map(describeLetter),
    events: events
      .filter(({ event }) => MINE.includes(event))
      .map((each) => ({ ...each, blockedBy: [...each.blockedBy] })),
  };
}

const plainDecision = (row: DecisionRow): NonNullable<Outcome['decision']> => ({
  kind: row.kind,
  amount: yuanTextOr(row.amountFen),
  reason: row.reason,
  clause: row.clause,
  feedback: row.feedback,
  unmet: JSON.parse(row.unmet) as NonNullable<Outcome['decision']>['unmet'],
  overrides: (JSON.parse(row.overrides) as ConsideredOverride[]).map(({ path, text }) => ({ path, text })),
  decidedOn: dayInChina(new Date(row.decidedAt)),
  receiptNumber: row.receiptNumber,
});
