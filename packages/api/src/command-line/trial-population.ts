import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import {
  columnsOf,
  type Dates,
  type Diagnostic,
  type Facts,
  type FirmList,
  matchHeaders,
  type PolicyDoc,
  type Population,
  rowToFacts,
  syntheticPopulation,
} from '@tidu/rules';
import { firmInLine } from '../evaluations/firm-in-line.ts';
import { readForAll } from '../evaluations/read-for-all.ts';
import { readLines } from '../evaluations/read-lines.ts';
import { CommandError } from './command-error.ts';
import { fromCaller } from './read-input.ts';
import { readSheet } from './read-sheet.ts';

/** Firms in memory at a time. */
const BATCH = 16_384;
const LONGEST_LINE = 2 ** 20;
const SEED = 20_180_301;

/** A batch of firms; `told` is the same with what following policies ask, where it is made up on demand. */
export interface TrialBatch {
  readonly firms: Population;
  readonly told?: FirmList;
}

export interface TrialPopulation {
  /** 0 where it is not known beforehand. */
  readonly total: number;
  readonly batches: AsyncIterable<TrialBatch>;
  /** Rows that could not be read, as they are found. */
  readonly skipped: string[];
}

interface Firm {
  readonly id: string;
  readonly facts: Facts;
}

/** The texts that ask something of firms: those on trial read first, where others mean something else. */
export interface Asking {
  readonly onTrial: readonly PolicyDoc[];
  readonly beside: readonly PolicyDoc[];
}

/** Firms to try a change on: a CSV or XLSX sheet, lines of JSON, or `synthetic:N`. */
export async function openPopulation(
  source: string,
  { onTrial, beside }: Asking,
  dates: Dates,
): Promise<TrialPopulation> {
  const docs = [...beside, ...onTrial];
  const synthetic = /^synthetic:(\d+)$/.exec(source)?.[1];
  if (synthetic !== undefined) return madeUp(Number(synthetic), { onTrial, beside }, dates);
  const skipped: string[] = [];
  if (/\.(ndjson|jsonl)$/i.test(source))
    return { total: 0, skipped, batches: batched(firmsInLines(source, docs, skipped)) };
  if (/\.(csv|xlsx|txt)$/i.test(source)) return fromSheet(source, { onTrial, beside }, dates, skipped);
  throw new CommandError(
    `--population ${source}：应为 .csv、.xlsx、.ndjson 文件或 synthetic:数量 · a file or synthetic:N`,
    2,
  );
}

function madeUp(count: number, { onTrial, beside }: Asking, dates: Dates): TrialPopulation {
  async function* batches(): AsyncGenerator<TrialBatch> {
    for (let from = 0; from < count; from += BATCH) {
      const options = { count: Math.min(BATCH, count - from), seed: SEED, from };
      const firms = syntheticPopulation(onTrial, dates, options);
      let more: Population | undefined;
      const facts = (i: number): Facts => {
        more ??= syntheticPopulation(beside, dates, options);
        return { ...more.facts(i), ...firms.facts(i) };
      };
      yield beside.length > 0 ? { firms, told: { size: firms.size, facts } } : { firms };
    }
  }
  return { total: count, batches: batches(), skipped: [] };
}

async function* batched(firms: AsyncIterable<Firm>): AsyncGenerator<TrialBatch> {
  let held: Firm[] = [];
  for await (const firm of firms) {
    held.push(firm);
    if (held.length < BATCH) continue;
    yield { firms: populationOf(held) };
    held = [];
  }
  if (held.length > 0) yield { firms: populationOf(held) };
}

const populationOf = (firms: readonly Firm[]): Population => ({
  size: firms.length,
  facts: (i) => firms[i]?.facts ?? {},
  id: (i) => firms[i]?.id ?? '',
});

async function* firmsInLines(path: string, docs: readonly PolicyDoc[], skipped: string[]): AsyncGenerator<Firm> {
  const bytes = Readable.toWeb(createReadStream(fromCaller(path))) as ReadableStream<Uint8Array>;
  for await (const lines of readLines(bytes, LONGEST_LINE)) {
    for (const line of lines) {
      const firm = 'text' in line ? firmIn(line.text, line.number, docs) : 'longer than 1 MB';
      if (typeof firm === 'string') skipped.push(`${line.number}: ${firm}`);
      else yield firm;
    }
  }
}

function firmIn(text: string, number: number, docs: readonly PolicyDoc[]): Firm | string {
  const line = firmInLine(text);
  if (typeof line === 'string') return line;
  const read = readForAll(line.facts, docs);
  return 'errors' in read ? told(read.errors) : { id: line.id ?? String(number), facts: read.facts };
}

const told = (errors: readonly Diagnostic[]): string => errors.map((e) => `${e.path} ${e.code}`).join('; ');

async function fromSheet(
  path: string,
  { onTrial, beside }: Asking,
  dates: Dates,
  skipped: string[],
): Promise<TrialPopulation> {
  const { headers, rows } = await readSheet(path);
  const { columns } = matchHeaders(headers, columnsOf([...onTrial, ...beside], dates));
  async function* firms(): AsyncGenerator<Firm> {
    for (const row of rows) {
      const { name, code, facts: given, problems } = rowToFacts(row.cells, columns);
      const read = readForAll(given, [...beside, ...onTrial]);
      for (const p of problems) skipped.push(`${row.number}: ${p.path} ${p.code}`);
      if ('errors' in read) skipped.push(`${row.number}: ${told(read.errors)}`);
      else yield { id: name ?? code ?? String(row.number), facts: read.facts };
    }
  }
  return { total: rows.length, batches: batched(firms()), skipped };
}
