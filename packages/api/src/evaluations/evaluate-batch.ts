import { type Dates, type Decision, ParamNotInForce } from '@tidu/rules';
import { ApiError, detailsOf, refuseAll } from '../http/api-error.ts';
import { brokenJson } from '../http/json-body.ts';
import { detailsOfIssues } from '../http/schema-details.ts';
import type { Locale } from '../messages/say.ts';
import { type BatchFailure, type BatchResult, batchLine } from './batch-contract.ts';
import { compileFirmReader } from './compile-firm.ts';
import type { PickedPolicy } from './pick-policy.ts';
import type { Line } from './read-lines.ts';

export interface BatchOptions {
  readonly picked: PickedPolicy;
  readonly dates: Dates;
  readonly locale: Locale;
  readonly mostLines: number;
  readonly longestLine: number;
  /** Told how many firms were decided, once at the end. */
  readonly onDecided?: (firms: number) => void;
}

/** After so many firms, or so long, what is done goes out and other requests get their turn. */
const PIECE = 128;
const LONGEST_TURN_MS = 15;

/**
 * Decides a stream of firms (批量判定): one line of NDJSON for every line read, in the same order, in pieces. A line that
 * cannot be read gives a line that says why, and the stream goes on. Holds no more than one piece in memory.
 */
export async function* evaluateBatch(
  lines: AsyncIterable<readonly Line[]>,
  options: BatchOptions,
): AsyncGenerator<string> {
  const evaluateLine = createLineEvaluator(options);
  let done = 0;
  let decided = 0;
  try {
    for await (const group of lines) {
      for (let at = 0; at < group.length; ) {
        const startedAt = performance.now();
        const until = Math.min(group.length, at + PIECE);
        let out = '';
        for (; at < until && performance.now() - startedAt < LONGEST_TURN_MS; at++, done++) {
          const line = group[at];
          if (!line) break;
          if (done >= options.mostLines) {
            yield `${out}${JSON.stringify(tooManyLines(line, options))}\n`;
            return;
          }
          const result = evaluateLine(line);
          if (!('error' in result)) decided++;
          out += `${JSON.stringify(result)}\n`;
        }
        yield out;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  } finally {
    options.onDecided?.(decided);
  }
}

function createLineEvaluator({
  picked,
  dates,
  locale,
  longestLine,
}: BatchOptions): (line: Line) => BatchResult | BatchFailure {
  const decide = compileFirmReader(picked, dates);
  return (line) => {
    if ('tooLong' in line) {
      return failure(
        line.number,
        undefined,
        new ApiError(413, 'line-too-long', { args: { limit: `${longestLine / 1024} KiB` } }),
        locale,
      );
    }
    let id: BatchResult['id'];
    try {
      const firm = readLine(line.text);
      id = firm.id;
      const read = decide(firm.facts);
      if (!read.ok) throw refuseAll('invalid-facts', detailsOf(read.errors, 'facts'));
      return resultOf(line.number, id, read.decision);
    } catch (error) {
      if (error instanceof ApiError) return failure(line.number, id, error, locale);
      if (error instanceof ParamNotInForce)
        return failure(line.number, id, new ApiError(422, 'figure-not-in-force'), locale);
      throw error;
    }
  };
}

function readLine(text: string): { readonly id?: string | number; readonly facts: unknown } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw brokenJson(text, error);
  }
  // The check of the contract costs as much as the evaluation, so a line in its plain form goes past it.
  if (isPlain(json)) return json;
  const read = batchLine.safeParse(json);
  if (!read.success) throw refuseAll('invalid-request', detailsOfIssues(read.error.issues));
  return read.data;
}

function isPlain(json: unknown): json is { id?: string | number; facts: unknown } {
  if (typeof json !== 'object' || json === null || !('facts' in json) || typeof json.facts !== 'object') return false;
  if (!('id' in json)) return Object.keys(json).length === 1;
  const isId = typeof json.id === 'string' ? json.id.length <= 200 : Number.isFinite(json.id);
  return isId && Object.keys(json).length === 2;
}

function resultOf(line: number, id: BatchResult['id'], decision: Decision): BatchResult {
  const outcomes: BatchResult['outcomes'] = {};
  const points: BatchResult['points'] = {};
  const amounts: BatchResult['amounts'] = {};
  for (const tier of decision.tiers) {
    outcomes[tier.tier] = tier.outcome;
    for (const route of tier.routes) if (route.points) points[route.route] = route.points;
  }
  for (const award of decision.awards) amounts[award.award] = award.amount;
  return {
    line,
    ...(id === undefined ? {} : { id }),
    best: decision.best ?? null,
    outcomes,
    points,
    amounts,
    total: decision.total,
  };
}

function failure(line: number, id: BatchResult['id'], refusal: ApiError, locale: Locale): BatchFailure {
  const { code, message, details } = refusal.toBody(locale, '').error;
  return { line, ...(id === undefined ? {} : { id }), error: { code, message, details } };
}

const tooManyLines = (cut: Line, { mostLines, locale }: BatchOptions): BatchFailure =>
  failure(cut.number, undefined, new ApiError(413, 'too-many-lines', { args: { limit: String(mostLines) } }), locale);
