import { closure, presetOf } from './closure/closure.ts';
import { boolSource, intSource, type Names } from './codegen-source.ts';
import type { Layout, Lowered, Step } from './lower/ir.ts';
import { roundRatio } from './lower/round-ratio.ts';
import { type Backend, type Machine, TO_REFERENCE } from './machine.ts';

/**
 * The server's target: the same lowered policy as JavaScript source. Only numbers and names of our own making enter the
 * source, never a text of the document. Where `new Function` is forbidden (a page under a strict content policy) it
 * gives closures instead; the browser does not import this file.
 */
export const codegen: Backend = { build };

type Made = (results: Float64Array, round: typeof roundRatio) => (slots: Float64Array) => number;

function build(lowered: Lowered): Machine {
  const results = new Float64Array(lowered.size);
  const { layout } = lowered;
  const detail = written(lowered.detail.filter((step) => !presetOf(results, step)));
  // Of the core, only what somebody reads afterwards is written to the results.
  const isRead = (at: number): boolean => at < layout.end || detail.reads.has(at);
  const core = written(lowered.core.filter((step) => !presetOf(results, step)));
  const runCore = made(functionSource(core, isRead, bestSource(layout, core.locals)), results);
  const runDetail = made(
    functionSource(detail, () => true, '0'),
    results,
  );
  if (!runCore || !runDetail) return closure.build(lowered);
  return { target: 'codegen', results, core: runCore, detail: (slots) => runDetail(slots) !== TO_REFERENCE };
}

function made(source: string, results: Float64Array): ((slots: Float64Array) => number) | undefined {
  try {
    return (new Function('t', 'round', source) as Made)(results, roundRatio);
  } catch (error) {
    if (error instanceof EvalError) return undefined;
    throw error;
  }
}

/** Steps as lines of source, with what they name and read. */
interface Written {
  readonly lines: readonly string[];
  readonly locals: ReadonlySet<number>;
  /** Results of earlier runs that are read. */
  readonly reads: ReadonlySet<number>;
}

function written(steps: readonly Step[]): Written {
  const locals = new Set<number>();
  const reads = new Set<number>();
  const names: Names = {
    slot: (at) => `s${at}`,
    temp: (at) => {
      if (locals.has(at)) return `t${at}`;
      reads.add(at);
      return `t[${at}]`;
    },
  };
  const lines = steps.map(({ at, of }) => {
    const value = 'int' in of ? intSource(of.int, names) : `${boolSource(of.bool, names)} ? 1 : 0`;
    locals.add(at);
    return `const t${at} = ${value};`;
  });
  return { lines, locals, reads };
}

/**
 * All reads, then all arithmetic in locals, then all writes: an engine must assume that a write may change any slot.
 */
function functionSource(w: Written, isRead: (at: number) => boolean, answer: string): string {
  const { loads, lines } = withLoads(w.lines);
  const writes = [...w.locals].filter(isRead).map((at) => `t[${at}] = t${at};`);
  const body = [
    'let g = 0;',
    ...loads,
    ...lines,
    `if (g === 1) return ${TO_REFERENCE};`,
    ...writes,
    `return ${answer};`,
  ];
  return `"use strict"; return function (s) {\n${body.join('\n')}\n};`;
}

/** A slot that is read often is loaded first; one read once is read in its place, for most firms are settled before. */
function withLoads(lines: readonly string[]): { readonly loads: readonly string[]; readonly lines: readonly string[] } {
  const times = new Map<string, number>();
  for (const [slot] of lines.join(' ').matchAll(SLOT)) times.set(slot, (times.get(slot) ?? 0) + 1);
  const often = [...times].flatMap(([slot, n]) => (n > 1 ? [slot] : []));
  const inPlace = (slot: string): string => (times.get(slot) === 1 ? `s[${slot.slice(1)}]` : slot);
  return {
    loads: often.map((slot) => `const ${slot} = s[${slot.slice(1)}];`),
    lines: lines.map((line) => line.replace(SLOT, inPlace)),
  };
}

const SLOT = /\bs\d+\b/g;

/** The highest tier that holds. */
function bestSource(layout: Layout, locals: ReadonlySet<number>): string {
  const tiers = Array.from({ length: layout.points - layout.tiers }, (_, i) => layout.tiers + i);
  return tiers.reduce((below, at, i) => `${locals.has(at) ? `t${at}` : `t[${at}]`} === 1 ? ${i} : ${below}`, '-1');
}
