import { readApplication } from '../../applications/queries.ts';
import type { PersonalAct } from '../../audit/act.ts';
import type { Database } from '../../db/open-database.ts';
import { ApiError } from '../../http/api-error.ts';
import type { Locale } from '../../messages/say.ts';
import { acceptCase } from '../intake/accept-case.ts';
import { mayOpen } from '../may-open.ts';
import { assignCase } from './assign-case.ts';
import type { BulkRequest, BulkResult } from './contract.ts';

type One = BulkRequest['cases'][number];

/**
 * Does one thing to many cases, each in a transaction of its own: a case that cannot go through drops out with its reason,
 * the others are done (批量办理).
 */
export async function actOnMany(
  act: PersonalAct & { readonly database: Database },
  request: BulkRequest,
  locale: Locale,
): Promise<BulkResult> {
  const doOne = async ({ id, version }: One) => {
    if (request.action === 'accept') await acceptCase(act, { applicationId: id, version });
    else await assignCase(act, { applicationId: id, userId: request.userId, version });
  };
  const results: BulkResult['results'] = [];
  for (const one of request.cases) {
    const row = await readApplication(act.database.read, one.id);
    const known = row !== undefined && (await mayOpen(act.database.read, act.actor, row)) ? row : undefined;
    const named = { id: one.id, number: known?.number ?? null, firmName: known?.firmName ?? null };
    try {
      await doOne(one);
      results.push({ ...named, ok: true });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      results.push({ ...named, ok: false, ...refusal(error, locale, act.requestId) });
    }
  }
  return { done: results.filter(({ ok }) => ok).length, results };
}

function refusal(error: ApiError, locale: Locale, requestId: string) {
  const { code, message, details } = error.toBody(locale, requestId).error;
  return { code, message, ...(details.length > 0 ? { details: details.map((each) => each.message) } : {}) };
}
