import { boolSource, intSource, type Names } from '../codegen-source.ts';
import type { Step } from '../lower/ir.ts';
import { roundRatio } from '../lower/round-ratio.ts';
import { type ColumnBackend, type ColumnSteps, constantsOf, type Kernel, type Output } from './column-backend.ts';
import { vectors } from './vectors.ts';

/**
 * The server's target for many firms: one loop over columns as JavaScript source. Only numbers and names of our own
 * making enter the source. Where `new Function` is forbidden it gives vectors instead; browsers do not import this file.
 */
export const columnsCodegen: ColumnBackend = { target: 'columns-codegen', build };

function build(program: ColumnSteps): ReturnType<ColumnBackend['build']> {
  try {
    const make = new Function('round', sourceOf(program)) as (round: typeof roundRatio) => Kernel;
    return { target: 'columns-codegen', kernel: make(roundRatio) };
  } catch (error) {
    if (error instanceof EvalError) return vectors.build(program);
    throw error;
  }
}

const text = (v: number): string => (Number.isNaN(v) ? 'NaN' : v < 0 ? `(${v})` : String(v));
const SLOT = /\bs\d+\b/g;

function sourceOf({ steps, outputs }: ColumnSteps): string {
  const constants = constantsOf(steps);
  const temp = (at: number): string => {
    const v = constants.get(at);
    return v === undefined ? `t${at}` : text(v);
  };
  const names: Names = { slot: (at) => `s${at}`, temp };
  const lines = steps.filter((step) => !constants.has(step.at)).map((step) => lineOf(step, names));
  const slots = [...new Set(lines.join(' ').match(SLOT) ?? [])];
  // A variable that arrow functions share must live outside the loop: inside, every firm would pay for a new one.
  return [
    '"use strict"; return function (C, R, G, from, to) {',
    'let g = 0;',
    ...slots.map((slot) => `const c${slot.slice(1)} = C[${slot.slice(1)}];`),
    ...outputs.map((_, i) => `const r${i} = R[${i}];`),
    'for (let i = from; i < to; i++) {',
    'g = 0;',
    ...withLoads(lines),
    ...outputs.map((output, i) => `r${i}[i] = ${shownBy(output, temp)};`),
    'if (g === 1) G[i] = 1;',
    '}};',
  ].join('\n');
}

const shownBy = ({ at, over }: Output, temp: (at: number) => string): string =>
  over === undefined ? temp(at) : `${temp(at)} / ${temp(over)}`;

function lineOf({ at, of }: Step, names: Names): string {
  return `const t${at} = ${'int' in of ? intSource(of.int, names) : `${boolSource(of.bool, names)} ? 1 : 0`};`;
}

/** A slot read more than once is loaded first; one read once is read in its place, which many firms never reach. */
function withLoads(lines: readonly string[]): readonly string[] {
  const times = new Map<string, number>();
  for (const [slot] of lines.join(' ').matchAll(SLOT)) times.set(slot, (times.get(slot) ?? 0) + 1);
  const loads = [...times].flatMap(([slot, n]) => (n > 1 ? [`const ${slot} = c${slot.slice(1)}[i];`] : []));
  const inPlace = (slot: string): string => (times.get(slot) === 1 ? `c${slot.slice(1)}[i]` : slot);
  return [...loads, ...lines.map((line) => line.replace(SLOT, inPlace))];
}
