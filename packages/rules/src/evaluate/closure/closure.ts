import { GIVEN_UP, type Lowered, type Step } from '../lower/ir.ts';
import { isConst } from '../lower/ir-int.ts';
import { type Backend, type Machine, TO_REFERENCE } from '../machine.ts';
import { makeBool } from './closure-bool.ts';
import { makeInt } from './closure-int.ts';
import type { IntFn, Maker } from './closure-maker.ts';

/**
 * The default target: one closure per node, with whole patterns (a conjunction of single-slot tests, a band table of a
 * quotient) fused into one closure each, because calls between closures are what costs.
 */
export const closure: Backend = { build };

function build(lowered: Lowered): Machine {
  const results = new Float64Array(lowered.size);
  const m: Maker = { results, int: (x) => makeInt(m, x), bool: (b) => makeBool(m, b) };
  const core = runner(m, lowered.core);
  const [first, end] = [lowered.layout.tiers, lowered.layout.points];
  return {
    target: 'closure',
    results,
    core: (slots) => {
      if (!core(slots)) return TO_REFERENCE;
      let at = end - 1;
      while (at >= first && results[at] !== 1) at--;
      return at - first;
    },
    detail: runner(m, lowered.detail),
  };
}

function runner(m: Maker, steps: readonly Step[]): (slots: Float64Array) => boolean {
  const { results } = m;
  const live = steps.filter((step) => !presetOf(results, step));
  const at = Int32Array.from(live, (step) => step.at);
  const fns = live.map((step): IntFn => ('int' in step.of ? m.int(step.of.int) : asInt(m.bool(step.of.bool))));
  const n = fns.length;
  return (slots) => {
    results[GIVEN_UP] = 0;
    for (let i = 0; i < n; i++) results[at[i] as number] = (fns[i] as IntFn)(slots);
    return results[GIVEN_UP] === 0;
  };
}

/** A constant result is written once, not on every run. */
export function presetOf(results: Float64Array, { at, of }: Step): boolean {
  if ('int' in of && isConst(of.int)) results[at] = of.int.v;
  else if ('bool' in of && of.bool.k === 'const') results[at] = of.bool.v ? 1 : 0;
  else return false;
  return true;
}

const asInt =
  (f: (slots: Float64Array) => boolean): IntFn =>
  (slots) =>
    f(slots) ? 1 : 0;
