import { columnsOf, type Dates, matchHeaders, type PolicyDoc, rowToFacts } from '@tidu/rules';
import type { PersonalAct } from '../../audit/act.ts';
import { appendAudit } from '../../audit/append-audit.ts';
import { newId } from '../../db/new-id.ts';
import type { Database } from '../../db/open-database.ts';
import { withTransaction } from '../../db/with-transaction.ts';
import { readLines } from '../../evaluations/read-lines.ts';
import { detailsOf, refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import { readSheetRows } from '../../sheet-rows.ts';
import { findDraft } from '../drafts/describe-draft.ts';
import { readableDoc } from '../readable-doc.ts';
import { trialDates } from '../trial-dates.ts';
import { runJob } from '../worker/run-job.ts';
import type { UploadedPopulation } from './contract.ts';

type WholeAct = PersonalAct & { readonly database: Database };
interface SentLine {
  readonly line: number;
  readonly id: string;
  readonly facts: Readonly<Record<string, unknown>>;
}
interface Skipped {
  readonly line: number;
  readonly problem: string;
}

const PAGE = 2000;
const LONGEST_LINE = 2 ** 20;
const SHOWN = 50;

export const uploadKey = (id: string): string => `uploaded|${id}`;

/** Takes in firms to try a draft on (上传试算企业): NDJSON, CSV or XLSX. They stay in memory and are gone with the process. */
export async function uploadPopulation(
  act: WholeAct,
  draftId: string,
  format: 'ndjson' | 'csv' | 'xlsx',
  body: ReadableStream<Uint8Array>,
): Promise<UploadedPopulation> {
  const doc = readableDoc(await findDraft(act.database.read, draftId));
  const dates = trialDates(doc);
  const id = newId();
  const key = uploadKey(id);
  await runJob('begin', { key });
  const skipped: Skipped[] = [];
  const pages = format === 'ndjson' ? inLines(body, skipped) : inSheet(body, doc, dates, skipped);
  for await (const firms of pages) skipped.push(...(await runJob('addGiven', { key, docs: [doc], dates, firms })));
  const { firms, digest } = await runJob('end', { key });
  if (firms === 0 && skipped.length === 0)
    throw refuseAll('studio.sheet', [{ path: 'body', message: message('api.studio.sheet-empty') }]);
  await withTransaction(act.database, (tx) =>
    appendAudit(tx, act, {
      action: 'policy-trial.population-uploaded',
      subject: { type: 'policy-draft', id: draftId },
      details: { population: id, firms, digest, skipped: skipped.length },
    }),
  );
  const shown = skipped.toSorted((a, b) => a.line - b.line).slice(0, SHOWN);
  return { id, firms, digest, skipped: shown, skippedCount: skipped.length };
}

async function* inLines(body: ReadableStream<Uint8Array>, skipped: Skipped[]): AsyncGenerator<readonly SentLine[]> {
  let held: SentLine[] = [];
  for await (const lines of readLines(body, LONGEST_LINE)) {
    for (const line of lines) {
      const read = 'text' in line ? readLine(line.text, line.number) : 'longer than 1 MB';
      if (typeof read === 'string') skipped.push({ line: line.number, problem: read });
      else held.push(read);
    }
    if (held.length < PAGE) continue;
    yield held;
    held = [];
  }
  yield held;
}

/** A line holds the facts themselves, or an object with them under `facts` and an `id` or `name`. */
function readLine(text: string, line: number): SentLine | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'no JSON';
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return 'not an object';
  const { facts = json, id, name } = json as { facts?: unknown; id?: unknown; name?: unknown };
  if (typeof facts !== 'object' || facts === null) return 'facts: not an object';
  return { line, id: String(id ?? name ?? line).slice(0, 200), facts: facts as SentLine['facts'] };
}

async function* inSheet(
  body: ReadableStream<Uint8Array>,
  doc: PolicyDoc,
  dates: Dates,
  skipped: Skipped[],
): AsyncGenerator<readonly SentLine[]> {
  const sheet = await readSheetRows(new Uint8Array(await new Response(body).arrayBuffer()));
  if (typeof sheet === 'string')
    throw refuseAll('studio.sheet', [{ path: 'body', message: message(`api.studio.sheet-${sheet}`) }]);
  const { columns, problems } = matchHeaders(sheet.headers, columnsOf([doc], dates));
  const errors = problems.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw refuseAll('studio.sheet', detailsOf(errors, 'sheet'));
  const read = sheet.rows.map(({ number, cells }): SentLine => {
    const { name, code, facts, problems: wrong } = rowToFacts(cells, columns);
    for (const each of wrong) skipped.push({ line: number, problem: `${each.path}: ${each.code}` });
    return { line: number, id: name ?? code ?? String(number), facts };
  });
  for (let from = 0; from < read.length; from += PAGE) yield read.slice(from, from + PAGE);
}
