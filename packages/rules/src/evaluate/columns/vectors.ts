import { type ColumnBackend, type ColumnSteps, constantsOf, type Kernel, type ResultColumn } from './column-backend.ts';
import { makeVecBool } from './vector-bool.ts';
import { makeVecInt } from './vector-int.ts';
import { BLOCK, newBools, type VectorMaker } from './vector-maker.ts';
import { sharing } from './vector-shared.ts';

/**
 * The default target for many firms, also under a strict content policy: one closure per node that works on a block of
 * firms at a time, so that the price of a call is shared by all of them. Everything is worked out for every firm; whether
 * that is wanted only matters where a firm may be given up.
 */
export const vectors: ColumnBackend = { target: 'columns-vector', build };

function build({ steps, outputs }: ColumnSteps): ReturnType<ColumnBackend['build']> {
  const constants = constantsOf(steps);
  const m: VectorMaker = {
    slots: [],
    gaveUp: newBools(),
    ints: new Map(),
    bools: new Map(),
    constants,
    int: (x) => shared.int(x),
    bool: (b) => shared.bool(b),
  };
  const shared = sharing(
    (x) => makeVecInt(m, x),
    (b) => makeVecBool(m, b),
  );
  const live = steps.filter((step) => !constants.has(step.at));
  const runs = live.map(({ at, of }) =>
    'int' in of ? storing(m.int(of.int), at, m.ints) : storing(m.bool(of.bool), at, m.bools),
  );
  const value = (at: number): number | Float64Array | Uint8Array =>
    constants.get(at) ?? m.ints.get(at) ?? (m.bools.get(at) as Uint8Array);
  const kernel: Kernel = (columns, results, gaveUp, from, to) => {
    for (let start = from; start < to; start += BLOCK) {
      const end = Math.min(to, start + BLOCK);
      columns.forEach((column, i) => {
        m.slots[i] = column.subarray(start, end);
      });
      m.gaveUp = gaveUp.subarray(start, end);
      shared.block();
      for (const run of runs) run(end - start);
      outputs.forEach(({ at, over }, i) => {
        const into = results[i]?.subarray(start, end) ?? newBools();
        if (over === undefined) copy(value(at), into);
        else divide(value(at), value(over), into);
      });
    }
  };
  return { target: 'columns-vector', kernel };
}

function storing<V>(f: (n: number, mask: undefined) => V, at: number, into: Map<number, V>): (n: number) => void {
  return (n) => void into.set(at, f(n, undefined));
}

type Source = number | Float64Array | Uint8Array;

function copy(from: Source, into: ResultColumn): void {
  if (typeof from === 'number') into.fill(from);
  else into.set(from.subarray(0, into.length));
}

function divide(from: Source, over: Source, into: ResultColumn): void {
  for (let i = 0; i < into.length; i++) into[i] = valueAt(from, i) / valueAt(over, i);
}

const valueAt = (v: Source, i: number): number => (typeof v === 'number' ? v : (v[i] as number));
