import { newId } from '../db/new-id.ts';
import { ApiError } from '../http/api-error.ts';
import type { Locale } from '../messages/say.ts';
import type { BulkDecisionRequest, BulkRow } from './contract.ts';
import { type DecidingAct, decideCase } from './decide-case.ts';
import { refusalWords } from './refusal-words.ts';

/** Decides many cases one after the other (批量决定): each stands or falls by itself, and says so. One notice for all. */
export async function decideCases(
  act: DecidingAct,
  { items, decision }: BulkDecisionRequest,
  locale: Locale,
): Promise<readonly BulkRow[]> {
  const noticeId = newId();
  const rows: BulkRow[] = [];
  for (const { applicationId, version } of items) {
    try {
      const { row } = await decideCase(act, { ...decision, applicationId, version, noticeId });
      rows.push({ applicationId, ok: true, state: row.state, version: row.version });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      rows.push({ applicationId, ok: false, code: error.code, message: refusalWords(error, locale) });
    }
  }
  return rows;
}
