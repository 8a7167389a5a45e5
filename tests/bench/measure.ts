/** One way of judging all firms; `pass` judges each once and returns a number made of the answers, so nothing is optimised away. */
export interface Contender {
  readonly name: string;
  readonly pass: () => number | Promise<number>;
}

export interface Figure {
  readonly name: string;
  readonly nanosecondsPerFirm: number;
  /** Speed relative to the first contender: its time ÷ this time, the median over rounds. */
  readonly ratio: number;
}

/** Least time one contender runs for in a round, so that the clock's grain does not matter. */
const ROUND_MS = 120;
const ROUNDS = 9;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/**
 * Times contenders in turns: every round runs each of them once, and the ratio is taken within the round, so that
 * whatever else the machine does falls on all of them alike. `slow` contenders get one pass a round and fewer rounds.
 */
export async function measure(firms: number, contenders: readonly Contender[]): Promise<readonly Figure[]> {
  const passes = new Map<Contender, number>();
  for (const c of contenders) passes.set(c, await warmUp(c));
  const times = new Map<Contender, number[]>(contenders.map((c) => [c, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const c of contenders) {
      const isSlow = passes.get(c) === 1;
      if (isSlow && round >= 3) continue;
      times.get(c)?.push((await timePasses(c, passes.get(c) ?? 1)) / firms);
    }
  }
  const [first] = contenders;
  const base = (first && times.get(first)) ?? [];
  return contenders.map((c) => {
    const own = times.get(c) ?? [];
    const ratio = median(own.map((t, i) => (base[i] ?? Number.NaN) / t));
    return { name: c.name, nanosecondsPerFirm: median(own) * 1e6, ratio };
  });
}

/** Milliseconds of one pass, on average. */
async function timePasses(c: Contender, passes: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < passes; i++) {
    const result = c.pass();
    if (typeof result !== 'number') await result;
  }
  return (performance.now() - start) / passes;
}

/** Runs until compiled and settled, and says how many passes fill a round. */
async function warmUp(c: Contender): Promise<number> {
  const end = performance.now() + 400;
  let last = await timePasses(c, 1);
  while (performance.now() < end) last = await timePasses(c, 1);
  return Math.max(1, Math.round(ROUND_MS / last));
}

export function printTable(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}\n`);
  console.log('| | ns per firm | × hand-written |');
  console.log('|---|---:|---:|');
  for (const f of figures)
    console.log(
      `| ${f.name} | ${f.nanosecondsPerFirm.toFixed(f.nanosecondsPerFirm < 1000 ? 1 : 0)} | ${precise(f.ratio)} |`,
    );
}

const precise = (x: number): string => (x >= 0.01 ? x.toFixed(2) : x.toPrecision(2));
