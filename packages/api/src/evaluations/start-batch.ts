import type { Dates } from '@tidu/rules';
import type { Database } from '../db/open-database.ts';
import { ApiError, refuseAll } from '../http/api-error.ts';
import { brokenJson } from '../http/json-body.ts';
import { detailsOfIssues } from '../http/schema-details.ts';
import { message } from '../messages/say.ts';
import { markUsed } from '../policies/mark-used.ts';
import { listVersions } from '../policies/queries.ts';
import { type BatchQuery, batchHeader } from './batch-contract.ts';
import { type PickedPolicy, pickPolicy } from './pick-policy.ts';
import type { Line } from './read-lines.ts';

/** A batch whose policy and dates are known; the firms are still to be read. */
export interface StartedBatch {
  readonly picked: PickedPolicy;
  readonly dates: Dates;
  readonly firms: AsyncIterable<readonly Line[]>;
}

/** Finds the policy and the dates of a batch, in the query or on the first line; refuses before anything is answered. */
export async function startBatch(
  database: Database,
  query: BatchQuery,
  lines: AsyncGenerator<readonly Line[]>,
  now: Date,
): Promise<StartedBatch> {
  const first = await nextGroup(lines);
  const [head, ...rest] = first;
  if (!head) throw new ApiError(400, 'empty-body');
  const named = fromQuery(query);
  // A query that gives a part would otherwise be overruled in silence by what the first line says.
  if (!named && Object.values(query).some((value) => value !== undefined)) throw headerMissing(query);
  const { policy, dates } = named ?? readHeader(head);
  const picked = pickPolicy(await listVersions(database.read), policy, dates);
  const { doc, isUsed } = picked.version;
  if (!isUsed) await markUsed(database, { id: doc.id, inForceFrom: doc.inForce.from }, now);
  return { picked, dates, firms: follow(named ? first : rest, lines) };
}

async function nextGroup(lines: AsyncGenerator<readonly Line[]>): Promise<readonly Line[]> {
  for (let next = await lines.next(); !next.done; next = await lines.next())
    if (next.value.length > 0) return next.value;
  return [];
}

async function* follow(first: readonly Line[], rest: AsyncGenerator<readonly Line[]>): AsyncGenerator<readonly Line[]> {
  if (first.length > 0) yield first;
  yield* rest;
}

function fromQuery({
  policy,
  decision,
  filing,
  fiscalYearEnd,
}: BatchQuery): { policy: string; dates: Dates } | undefined {
  if (policy === undefined || decision === undefined) return undefined;
  const dates = { decision, ...(filing ? { filing } : {}), ...(fiscalYearEnd ? { fiscalYearEnd } : {}) };
  return { policy, dates };
}

/** Which of the two that a batch needs were not given. */
function headerMissing(given: { readonly policy?: unknown; readonly decision?: unknown } = {}): ApiError {
  const missing = (['policy', 'decision'] as const).filter((field) => given[field] === undefined);
  const details = missing.map((field) => ({
    path: field,
    message: message('api.detail.missing', { field }),
    fix: message('api.fix.header'),
  }));
  return new ApiError(400, 'header-missing', { details });
}

function readHeader(line: Line): { policy: string; dates: Dates } {
  if ('tooLong' in line) throw headerMissing();
  let json: unknown;
  try {
    json = JSON.parse(line.text);
  } catch (error) {
    throw brokenJson(line.text, error);
  }
  if (typeof json !== 'object' || json === null || !('policy' in json)) throw headerMissing();
  const read = batchHeader.safeParse(json);
  if (!read.success) throw refuseAll('invalid-request', detailsOfIssues(read.error.issues));
  return read.data;
}
