import { createHash } from 'node:crypto';
import type { PersonalAct } from '../../audit/act.ts';
import { type Detail, refuseAll } from '../../http/api-error.ts';
import { isoDate } from '../../http/contract.ts';
import { message } from '../../messages/say.ts';
import { readSheetPages } from '../../sheets/read-sheet-pages.ts';
import type { SheetPages } from '../../sheets/sheet-pages.ts';
import type { SheetRow } from '../../sheets/sheet-rows.ts';
import type { ResultsRequest } from './contract.ts';
import { recordResults } from './record-results.ts';
import { RESULT_COLUMNS, type ResultColumn } from './result-columns.ts';

type Result = ResultsRequest['results'][number];
type Cells = Readonly<Record<ResultColumn, string>>;

const MOST_ROWS = 1000;
const PAID = /^(已到账|到账|成功|已支付|paid)$/i;
const BOUNCED = /^(退票|退回|失败|bounced)$/i;

/** Records the results in a sheet of the bank: all of them, or none with everything that is wrong in it. */
export async function importResults(
  act: PersonalAct,
  { orderId, version }: { readonly orderId: string; readonly version: number },
  bytes: Uint8Array,
): Promise<void> {
  const sheet = await readSheetPages(bytes);
  if (typeof sheet === 'string') throw refuseAll('invalid-request', [say('sheet', `results-${sheet}`)]);
  const at = placesOf(sheet);
  const missing = (['rowId', 'outcome'] as const).filter((key) => at[key] < 0);
  if (missing.length > 0)
    throw refuseAll(
      'invalid-request',
      missing.map((key) => say('sheet', 'no-result-column', { header: headerOf(key) })),
    );
  if (sheet.size > MOST_ROWS) throw refuseAll('invalid-request', [say('sheet', 'results-too-large')]);
  const read: ReadRow[] = [];
  for await (const rows of sheet.pages())
    read.push(...rows.map(({ number, cells }) => readRow(number, cellsOf(cells, at))));
  const results = read.flatMap(({ result }) => (result ? [result] : []));
  const wrong = [...read.flatMap((each) => each.wrong), ...namedTwice(read)];
  if (results.length === 0 && wrong.length === 0) throw refuseAll('invalid-request', [say('sheet', 'no-results')]);
  const places = read.flatMap(({ result, place }) => (result ? [place] : []));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await recordResults(act, orderId, { version, results }, { places, wrong, sha256 });
}

const say = (path: string, key: string, args: Record<string, string> = {}): Detail => ({
  path,
  message: message(`api.detail.${key}`, args),
  fix: message(`api.fix.${key}`),
});

const headerOf = (key: ResultColumn): string => RESULT_COLUMNS.find((each) => each.key === key)?.header ?? key;

const placesOf = ({ headers }: SheetPages) =>
  Object.fromEntries(
    RESULT_COLUMNS.map(({ key, header }) => [key, headers.findIndex((each) => String(each ?? '').trim() === header)]),
  ) as Record<ResultColumn, number>;

const cellsOf = (cells: SheetRow['cells'], at: Record<ResultColumn, number>): Cells =>
  Object.fromEntries(RESULT_COLUMNS.map(({ key }) => [key, String(cells[at[key]] ?? '').trim()])) as Cells;

interface ReadRow {
  readonly place: string;
  readonly rowId: string;
  readonly result?: Result;
  readonly wrong: readonly Detail[];
}

/** One row of the sheet; without an outcome the bank has not answered yet. */
function readRow(number: number, { rowId, outcome, paidOn, bankReference, reason }: Cells): ReadRow {
  const place = `row.${number}`;
  if (outcome === '') return { place, rowId: '', wrong: [] };
  const at = (field: ResultColumn, key: string): Detail => say(`${place}.${field}`, key);
  const unnamed = rowId === '' ? [at('rowId', 'no-such-payment')] : [];
  if (BOUNCED.test(outcome)) {
    const wrong = [...unnamed, ...(reason === '' || reason.length > 2000 ? [at('reason', 'bounce-reason')] : [])];
    return wrong.length > 0
      ? { place, rowId, wrong }
      : { place, rowId, wrong, result: { rowId, outcome: 'bounced', reason } };
  }
  if (!PAID.test(outcome)) return { place, rowId, wrong: [...unnamed, at('outcome', 'unknown-result')] };
  const day = dayIn(paidOn);
  const wrong = [
    ...unnamed,
    ...(day === undefined ? [at('paidOn', 'paid-day')] : []),
    ...(bankReference === '' || bankReference.length > 100 ? [at('bankReference', 'bank-reference')] : []),
  ];
  if (day === undefined || wrong.length > 0) return { place, rowId, wrong };
  return { place, rowId, wrong, result: { rowId, outcome: 'paid', paidOn: day, bankReference } };
}

/** Banks write 2026-04-17, 2026/4/17, 20260417 or 2026年4月17日. */
function dayIn(text: string): string | undefined {
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text) ?? [];
  const found = isoDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return found.success ? found.data : undefined;
}

const namedTwice = (read: readonly ReadRow[]): readonly Detail[] =>
  read.flatMap(({ rowId, place }, i) =>
    rowId !== '' && read.findIndex((each) => each.rowId === rowId) < i ? [say(`${place}.rowId`, 'payment-twice')] : [],
  );
