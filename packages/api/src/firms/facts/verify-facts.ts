import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { ApiError, type Detail, refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import { getFirm } from '../queries.ts';
import { checkGiven, type Given } from './check-given.ts';
import { evidenceOf, keyOf, listCurrentFacts } from './queries.ts';
import type { Recorded } from './record-facts.ts';
import { dayToProfile } from './registration-day.ts';
import { type NewFact, writeFacts } from './write-facts.ts';

interface Verification extends Given {
  readonly source: 'proven' | 'register';
}

/**
 * An official marks figures as proven, or takes them over from a register. What is proven names its evidence, what comes
 * from a register says from which.
 */
export const verifyFacts = (act: PersonalAct, firmId: string, given: Verification): Promise<Recorded> =>
  withTransaction(act.database, async (tx) => {
    if (!(await getFirm(tx, firmId))) throw new ApiError(404, 'not-found');
    const current = await listCurrentFacts(tx, firmId);
    const { cells, skipped } = await checkGiven(tx, firmId, given, current);
    const fresh = cells.map((cell): NewFact => {
      const row = current.find((each) => keyOf(each) === keyOf(cell));
      const about = given.about[keyOf(cell)];
      const evidence = about?.evidence ?? (row ? evidenceOf(row) : []);
      return { ...cell, source: given.source, evidence, note: about?.note || null };
    });
    requireGrounds(fresh, given.source);
    const changed = fresh.map(keyOf);
    if (changed.length === 0) return { changed, skipped };
    await writeFacts(tx, act, firmId, fresh, current);
    await dayToProfile(tx, act, firmId, fresh);
    const details = { figures: changed, source: given.source };
    await appendAudit(tx, act, { action: 'firm.facts-verified', subject: { type: 'firm', id: firmId }, details });
    return { changed, skipped };
  });

function requireGrounds(fresh: readonly NewFact[], source: Verification['source']): void {
  const lacking = fresh.filter(({ evidence, note }) => (source === 'proven' ? evidence.length === 0 : note === null));
  if (lacking.length === 0) return;
  const [what, fix] = source === 'proven' ? ['no-evidence', 'add-evidence'] : ['no-register', 'name-register'];
  const details = lacking.map(
    (each): Detail => ({
      path: `about.${keyOf(each)}`,
      message: message(`api.detail.${what}`),
      fix: message(`api.fix.${fix}`),
    }),
  );
  throw refuseAll('invalid-facts', details);
}
