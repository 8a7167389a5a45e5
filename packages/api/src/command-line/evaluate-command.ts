import { type Dates, evaluateReference } from '@tidu/rules';
import type { PickedPolicy } from '../evaluations/pick-policy.ts';
import { createFirmReader, factsAround } from '../evaluations/read-firm.ts';
import { receiptOf } from '../evaluations/receipt-of.ts';
import { detailsOf, refuseAll } from '../http/api-error.ts';
import { type Locale, message, say } from '../messages/say.ts';
import { aboutSheet } from './about-sheet.ts';
import { CommandError } from './command-error.ts';
import { datesOf, describeRefusal, headingOf, type PolicyOptions, pickShipped } from './policy-shelf.ts';
import { printDecision } from './print-decision.ts';
import { createProgressBar } from './progress-bar.ts';
import { readJsonInput } from './read-input.ts';
import { readSheet } from './read-sheet.ts';
import { decideSheet } from './sheet-results.ts';
import { expectWorkbookName, writeWorkbook } from './write-workbook.ts';

export interface EvaluateOptions extends PolicyOptions {
  readonly json?: boolean;
  readonly out?: string;
}

type Print = (text: string) => void;

/** `tidu evaluate`: one firm from a JSON file, or a sheet of firms to a results workbook. */
export async function evaluateCommand(path: string, options: EvaluateOptions, print: Print): Promise<void> {
  const dates = datesOf(options);
  const picked = pickShipped(options, dates);
  const isSheet = /\.(csv|xlsx|txt)$/i.test(path);
  if (/\.(xls|xlsm|xlsb|et|ods)$/i.test(path))
    throw new CommandError(`${path}：请另存为 .xlsx 或 .csv · save it as .xlsx or .csv`, 2);
  if (isSheet && options.out === undefined) {
    throw new CommandError('请用 --out results.xlsx 指定结果文件 · give the results workbook with --out', 2);
  }
  if (isSheet && options.json) throw new CommandError('--json 只用于单个企业 · --json is for one firm only', 2);
  if (!isSheet && options.out !== undefined)
    throw new CommandError('--out 只用于企业表 · --out is for a sheet of firms only', 2);
  if (options.out !== undefined) expectWorkbookName(options.out);
  if (isSheet) await evaluateSheet(path, options.out ?? '', { picked, dates, locale: options.locale }, print);
  else evaluateOne(path, options, { picked, dates, locale: options.locale }, print);
}

interface Context {
  readonly picked: PickedPolicy;
  readonly dates: Dates;
  readonly locale: Locale;
}

function evaluateOne(path: string, { json }: EvaluateOptions, context: Context, print: Print): void {
  const { picked, dates, locale } = context;
  const firm = createFirmReader(picked, dates)(factsIn(readJsonInput(path)));
  if (!firm.ok)
    throw new CommandError(describeRefusal(refuseAll('invalid-facts', detailsOf(firm.errors, 'facts')), locale));
  const { doc } = picked.version;
  const decision = evaluateReference(doc, dates, firm.facts);
  if (json) return print(JSON.stringify(decision, null, 2));
  const receipt = receiptOf(picked, dates, firm.facts, decision);
  print(headingOf(picked, dates, locale));
  for (const line of printDecision(firm, context)) print(line);
  print(`\n${say(message('cli.receipt', { number: receipt.number, hash: receipt.hash }), locale)}`);
}

/** A file holds the facts themselves, or an object with the facts under `facts`, as the API takes them. */
const factsIn = (json: unknown): unknown =>
  typeof json === 'object' && json !== null && 'facts' in json ? json.facts : json;

async function evaluateSheet(path: string, out: string, context: Context, print: Print): Promise<void> {
  const sheet = await readSheet(path);
  const bar = createProgressBar(sheet.rows.length);
  const { columns, results, problems } = decideSheet(sheet, { ...context, onRow: bar.to });
  bar.end();
  const word = (key: string, args: Readonly<Record<string, string>> = {}) =>
    say(message(`cli.sheet.${key}`, args), context.locale);
  const rows = [columns.map((column) => column.header), ...results.map((row) => columns.map(({ cell }) => cell(row)))];
  const formats = new Map(columns.flatMap(({ format }, i) => (format === undefined ? [] : [[i, format] as const])));
  const counts = {
    firms: String(results.length),
    decided: String(results.filter((row) => row.decision).length),
    problems: String(problems.length - 1),
  };
  const about = aboutSheet({ ...context, facts: factsAround(context.picked, context.dates) });
  await writeWorkbook(out, [
    { name: word('results'), rows, formats },
    { name: word('problems'), rows: problems },
    { name: word('about'), rows: about },
  ]);
  print(headingOf(context.picked, context.dates, context.locale));
  print(word('done', { out, ...counts }));
}
