import { writeFileSync } from 'node:fs';
import {
  asOf,
  type ColumnProgram,
  compileColumns,
  type PolicyDoc,
  type Programs,
  type Side,
  startWholeImpact,
  type TextOnTrial,
} from '@tidu/rules';
import { codegen } from '@tidu/rules/codegen';
import { columnsCodegen } from '@tidu/rules/columns-codegen';
import { type Locale, message, say } from '../messages/say.ts';
import { CommandError } from './command-error.ts';
import { datesOf } from './policy-shelf.ts';
import { createProgressBar } from './progress-bar.ts';
import { fromCaller } from './read-input.ts';
import { askedBy, type FollowingNamed, openFollowing, readPolicy } from './trial-following.ts';
import { openPopulation } from './trial-population.ts';
import { printImpact, type Tried, trialSheets } from './trial-report.ts';
import { writeWorkbook } from './write-workbook.ts';

export interface TrialOptions {
  readonly population: string;
  readonly day?: string;
  readonly fiscalYearEnd?: string;
  readonly out?: string;
  readonly following?: FollowingNamed;
  readonly locale: Locale;
}

const SHOWN_PROBLEMS = 5;
const MOST_MOVERS = 1000;

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
  const following = openFollowing(options.following, [before, after], dates);
  const asking = { onTrial: [before, after], beside: askedBy(following, after) };
  const population = await openPopulation(options.population, asking, dates);
  const start = performance.now();
  const alone = (doc: PolicyDoc): TextOnTrial => ({ doc, docs: [], unread: [] });
  const sides = { before: alone(before), after: alone(after), following, dates, mostMovers: MOST_MOVERS };
  const trial = startWholeImpact(sides, programsOnce());
  const bar = createProgressBar(population.total);
  let done = 0;
  for await (const batch of population.batches) {
    trial.add(batch.firms, batch.told);
    done += batch.firms.size;
    bar.to(done);
  }
  bar.end();
  const impact = trial.report();
  const seconds = (performance.now() - start) / 1000;
  const word = (key: string, args: Readonly<Record<string, string>> = {}) =>
    say(message(`cli.trial.${key}`, args), locale);
  const names = { before: nameOf(before), after: nameOf(after) };
  print(word('heading', { ...names, on: asOf(after, dates), firms: impact.firms.toLocaleString('en') }));
  const tried: Tried = { impact, before, after, following: following.map(({ doc }) => doc) };
  for (const line of printImpact(tried, locale)) print(line);
  tellSkipped(population.skipped, word, print);
  const speed = Math.round(impact.firms / seconds).toLocaleString('en');
  const reference = String(impact.byReference.before + impact.byReference.after);
  print(word('done', { seconds: seconds.toFixed(1), speed, reference }));
  if (out === undefined) return;
  await writeOut(out, tried, locale);
  print(word('written', { out }));
}

const nameOf = (doc: PolicyDoc): string => `${doc.id} ${doc.version}`;

function tellSkipped(
  skipped: readonly string[],
  word: (key: string, args: Readonly<Record<string, string>>) => string,
  print: (text: string) => void,
): void {
  if (skipped.length === 0) return;
  print(word('skipped', { count: String(skipped.length) }));
  for (const line of skipped.slice(0, SHOWN_PROBLEMS)) print(`  ${line}`);
}

async function writeOut(out: string, tried: Tried, locale: Locale): Promise<void> {
  if (/\.xlsx$/i.test(out)) return writeWorkbook(out, trialSheets(tried, locale));
  const whole = { ...tried.impact, following: tried.following.map(({ id, version }) => ({ id, version })) };
  writeFileSync(fromCaller(out), `${JSON.stringify(whole, null, 2)}\n`);
}

/** Each document is compiled once for all batches. */
function programsOnce(): Programs {
  const made = new Map<PolicyDoc, ColumnProgram>();
  const programOf = ({ doc, dates }: Side): ColumnProgram => {
    const program = made.get(doc) ?? compileColumns(doc, dates, { target: columnsCodegen });
    made.set(doc, program);
    return program;
  };
  return { programOf, remembered: programOf, target: codegen };
}
