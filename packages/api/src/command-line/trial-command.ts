import { writeFileSync } from 'node:fs';
import { asOf, type Impact, type PolicyDoc, startImpact } from '@tidu/rules';
import { columnsCodegen } from '@tidu/rules/columns-codegen';
import { type Locale, message, say } from '../messages/say.ts';
import { parsePolicyText } from '../policies/read-policy-files.ts';
import { CommandError } from './command-error.ts';
import { datesOf } from './policy-shelf.ts';
import { createProgressBar } from './progress-bar.ts';
import { fromCaller, readInput } from './read-input.ts';
import { openPopulation } from './trial-population.ts';
import { printImpact, trialSheets } from './trial-report.ts';
import { writeWorkbook } from './write-workbook.ts';

export interface TrialOptions {
  readonly population: string;
  readonly day?: string;
  readonly fiscalYearEnd?: string;
  readonly out?: string;
  readonly locale: Locale;
}

const SHOWN_PROBLEMS = 5;

/** `tidu trial`: what a change of a policy does to a whole population, read and judged in batches (政策试算). */
export async function trialCommand(
  beforePath: string,
  afterPath: string,
  options: TrialOptions,
  print: (text: string) => void,
): Promise<void> {
  const { locale, out } = options;
  if (out !== undefined && !/\.(xlsx|json)$/i.test(out))
    throw new CommandError('--out 应为 .xlsx 或 .json 文件 · a name that ends in .xlsx or .json', 2);
  const [before, after] = [readPolicy(beforePath), readPolicy(afterPath)];
  const { day, fiscalYearEnd } = options;
  const dates = datesOf({
    policy: after.id,
    locale,
    ...(day === undefined ? {} : { date: day }),
    ...(fiscalYearEnd === undefined ? {} : { fiscalYearEnd }),
  });
  const population = await openPopulation(options.population, [before, after], dates);
  const start = performance.now();
  const trial = startImpact({ doc: before, dates }, { doc: after, dates }, { target: columnsCodegen });
  const bar = createProgressBar(population.total);
  let done = 0;
  for await (const batch of population.batches) {
    trial.add(batch);
    done += batch.size;
    bar.to(done);
  }
  bar.end();
  const impact = trial.report();
  const seconds = (performance.now() - start) / 1000;
  const word = (key: string, args: Readonly<Record<string, string>> = {}) =>
    say(message(`cli.trial.${key}`, args), locale);
  const names = { before: nameOf(before), after: nameOf(after) };
  print(word('heading', { ...names, on: asOf(after, dates), firms: impact.firms.toLocaleString('en') }));
  for (const line of printImpact(impact, before, after, locale)) print(line);
  tellSkipped(population.skipped, word, print);
  const speed = Math.round(impact.firms / seconds).toLocaleString('en');
  const reference = String(impact.byReference.before + impact.byReference.after);
  print(word('done', { seconds: seconds.toFixed(1), speed, reference }));
  if (out === undefined) return;
  await writeOut(out, impact, before, after, locale);
  print(word('written', { out }));
}

const nameOf = (doc: PolicyDoc): string => `${doc.id} ${doc.version}`;

function readPolicy(path: string): PolicyDoc {
  const parsed = parsePolicyText(new TextDecoder().decode(readInput(path)));
  if (parsed.ok) return parsed.doc;
  throw new CommandError([`${path}：${parsed.errors.length} 处错误 · errors`, ...parsed.errors].join('\n'));
}

function tellSkipped(
  skipped: readonly string[],
  word: (key: string, args: Readonly<Record<string, string>>) => string,
  print: (text: string) => void,
): void {
  if (skipped.length === 0) return;
  print(word('skipped', { count: String(skipped.length) }));
  for (const line of skipped.slice(0, SHOWN_PROBLEMS)) print(`  ${line}`);
}

async function writeOut(
  out: string,
  impact: Impact,
  before: PolicyDoc,
  after: PolicyDoc,
  locale: Locale,
): Promise<void> {
  if (/\.xlsx$/i.test(out)) return writeWorkbook(out, trialSheets(impact, before, after, locale));
  writeFileSync(fromCaller(out), `${JSON.stringify(impact, null, 2)}\n`);
}
