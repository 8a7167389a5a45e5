/**
 * How many firms a second the column programs judge: `node --import tsx tests/bench/columns.ts [firms]`. Every answer is
 * first compared with that of the hand-written judge.
 */
import {
  type ColumnProgram,
  type ColumnStore,
  columnStore,
  compile,
  compileColumns,
  type Facts,
  impact,
  type PolicyDoc,
  type Slots,
  sweep,
  withFigure,
} from '@tidu/rules';
import { codegen } from '@tidu/rules/codegen';
import { columnsCodegen } from '@tidu/rules/columns-codegen';
import { makeFirms } from './firms.ts';
import { judgeLadder, readLadder } from './ladder-by-hand.ts';
import { type Contender, measure } from './measure.ts';
import { DATES, LADDER, TECH_SME } from './policies.ts';
import { judgeTechSme, readTechSme } from './tech-sme-by-hand.ts';

const COUNT = Number(process.argv[2] ?? 100_000);
const SOME = makeFirms(10_000);
const firmAt = (i: number): Facts => SOME[i % SOME.length] as Facts;
const ALL = columnStore({ size: COUNT, facts: firmAt });

function byColumns(name: string, program: ColumnProgram, hand: readonly number[]): Contender {
  const { best, byReference } = program.run(ALL);
  const wrong = best.findIndex((tier, i) => (tier === 255 ? -1 : tier) !== hand[i % hand.length]);
  if (wrong >= 0) throw new Error(`${name} differs on firm ${wrong}`);
  if (byReference.size > 0) throw new Error(`${name}: ${byReference.size} firms were left to the reference`);
  return { name, pass: () => program.run(ALL).best[COUNT - 1] ?? 0 };
}

function byFirm(name: string, judge: (firm: number) => number): Contender {
  const pass = (): number => {
    let sum = 0;
    for (let i = 0; i < COUNT; i++) sum += judge(i % SOME.length);
    return sum;
  };
  return { name, pass };
}

async function compareOn(title: string, doc: PolicyDoc, judge: (firm: number) => number): Promise<void> {
  const hand = SOME.map((_, i) => judge(i));
  const program = compile(doc, DATES, { target: codegen });
  const slots = SOME.map((facts) => program.prepare(facts) as Slots);
  const figures = await measure(COUNT, [
    byFirm('hand-written, firm by firm', judge),
    byFirm('codegen, firm by firm', (i) => program.run(slots[i] as Slots).best),
    byColumns('columns, generated', compileColumns(doc, DATES, { target: columnsCodegen }), hand),
    byColumns('columns, vectors (browser)', compileColumns(doc, DATES), hand),
  ]);
  console.log(
    `\n${title}, ${COUNT} firms in columns\n\n| | firms a second | ns per firm | × hand-written | × codegen |`,
  );
  console.log('|---|---:|---:|---:|---:|');
  const base = figures[1]?.ratio ?? 1;
  for (const f of figures)
    console.log(
      `| ${f.name} | ${Math.round(1e9 / f.nanosecondsPerFirm).toLocaleString('en')} | ${f.nanosecondsPerFirm.toFixed(1)} | ${f.ratio.toFixed(2)} | ${(f.ratio / base).toFixed(2)} |`,
    );
}

/** Speed of column programs beside codegen and hand-written judges, and of a trial and a slider. */
export async function compareColumns(): Promise<void> {
  const techSme = SOME.map(readTechSme);
  const techVerdict = { tier: -1, points: 0 };
  await compareOn('tech-sme', TECH_SME, (i) => {
    judgeTechSme(techSme[i] as (typeof techSme)[number], techVerdict);
    return techVerdict.tier;
  });
  const ladder = SOME.map(readLadder);
  const rungs = { startup: false, gazelle: false, quasiUnicorn: false, unicorn: false, best: -1, points: 0 };
  await compareOn('nbhtz-ladder 2020', LADDER, (i) => {
    judgeLadder(ladder[i] as (typeof ladder)[number], rungs);
    return rungs.best;
  });
  measureTrial();
}

/** A trial as the browser runs it (vectors), from facts as sent; a slider; all on the firms of the ladder. */
function measureTrial(): void {
  const harder = withFigure(LADDER, GROWTH, '25%');
  const fresh = (): ColumnStore => columnStore({ size: COUNT, facts: firmAt });
  const store = fresh();
  const read = timed(() => store.columns(compileColumns(LADDER, DATES).plans));
  const twice = timed(() => [LADDER, harder].map((doc) => compileColumns(doc, DATES).run(store)));
  const population = { size: COUNT, facts: firmAt, id: String };
  const whole = timed(() => impact({ doc: LADDER, dates: DATES }, { doc: harder, dates: DATES }, population));
  const opened = timed(() => sweep(LADDER, DATES, GROWTH, store));
  const slider = sweep(LADDER, DATES, GROWTH, store);
  const position = timed(() => Array.from({ length: 100 }, (_, i) => slider.at(`${i}%`))) / 100;
  const line = (what: string, ms: number): void => console.log(`| ${what} | ${ms.toFixed(ms < 10 ? 2 : 0)} ms |`);
  console.log(`\nnbhtz-ladder 2020 with another growth threshold, ${COUNT} firms, vectors\n\n| | |\n|---|---:|`);
  line('reading facts as sent into columns, once', read);
  line('before and after, two passes over the columns', twice);
  line('whole trial from facts as sent, near misses explained', whole);
  line('opening the slider', opened);
  line('one position of the slider', position);
}

const GROWTH = 'tiers.1.routes.0.when.of.1.b.value';

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

if (process.argv[1]?.endsWith('columns.ts')) await compareColumns();
