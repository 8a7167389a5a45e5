import { columnsOf, type Dates, matchHeaders, type PolicyDoc, rowToFacts } from '@tidu/rules';
import { firmInLine } from '../../evaluations/firm-in-line.ts';
import { definedIn, readForAll } from '../../evaluations/read-for-all.ts';
import { readLines } from '../../evaluations/read-lines.ts';
import { detailsOf, refuseAll } from '../../http/api-error.ts';
import { type Locale, message, say } from '../../messages/say.ts';
import { readSheetPages } from '../../sheets/read-sheet-pages.ts';
import { otherRequests } from '../../sheets/sheet-pages.ts';
import { tellRow } from '../tell-row.ts';

export type PopulationFormat = 'ndjson' | 'csv' | 'xlsx';

export interface SentFirm {
  readonly id: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface SentLine {
  readonly line: number;
  readonly problem: string;
}

export interface Reading {
  readonly docs: readonly PolicyDoc[];
  readonly dates: Dates;
  readonly locale: Locale;
  /** Lines that cannot be read are put here, and their firms left out. */
  readonly problems: SentLine[];
}

const PAGE = 500;
const LONGEST_LINE = 2 ** 20;

/** The firms of a file in pages: their name and the figures the texts ask for; everything else in it is left out. */
export const readSentFirms = (
  body: ReadableStream<Uint8Array>,
  format: PopulationFormat,
  reading: Reading,
): AsyncGenerator<readonly SentFirm[]> => (format === 'ndjson' ? inLines(body, reading) : inSheet(body, reading));

async function* inLines(body: ReadableStream<Uint8Array>, reading: Reading): AsyncGenerator<readonly SentFirm[]> {
  for await (const lines of readLines(body, LONGEST_LINE)) {
    for (let from = 0; from < lines.length; from += PAGE) {
      yield lines.slice(from, from + PAGE).flatMap((line): readonly SentFirm[] => {
        const read = 'text' in line ? firmInLine(line.text) : 'too-long';
        if (typeof read !== 'string') return keep(line.number, read.id ?? String(line.number), read.facts, reading);
        reading.problems.push({
          line: line.number,
          problem: say(message(`api.studio.line-${read}`), reading.locale),
        });
        return [];
      });
      await otherRequests();
    }
  }
}

async function* inSheet(body: ReadableStream<Uint8Array>, reading: Reading): AsyncGenerator<readonly SentFirm[]> {
  const sheet = await readSheetPages(new Uint8Array(await new Response(body).arrayBuffer()));
  if (typeof sheet === 'string')
    throw refuseAll('studio.sheet', [
      { path: 'body', message: message(`api.studio.sheet-${sheet}`), fix: message(`api.fix.studio.sheet-${sheet}`) },
    ]);
  const { columns, problems } = matchHeaders(sheet.headers, columnsOf(reading.docs.toReversed(), reading.dates));
  const errors = problems.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw refuseAll('studio.sheet', detailsOf(errors, 'sheet'));
  const facts = reading.docs.flatMap((doc) => doc.facts);
  for await (const rows of sheet.pages())
    yield rows.flatMap(({ number, cells }): readonly SentFirm[] => {
      const row = rowToFacts(cells, columns);
      if (row.problems.length === 0) return keep(number, row.name ?? row.code ?? String(number), row.facts, reading);
      const told = tellRow(row.problems, { columns, facts, locale: reading.locale });
      reading.problems.push({ line: number, problem: told.join('；') });
      return [];
    });
}

function keep(line: number, id: string, given: SentFirm['facts'], reading: Reading): readonly SentFirm[] {
  const { docs, locale, problems } = reading;
  const facts = definedIn(given, docs);
  const read = readForAll(facts, docs);
  if (!('errors' in read)) return [{ id, facts }];
  const told = tellRow(read.errors, { columns: [], facts: docs.flatMap((doc) => doc.facts), locale });
  problems.push({ line, problem: told.join('；') });
  return [];
}
