import { dayOf } from '../date/day.ts';
import { asOf } from '../policy/dates-of.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { walkDoc } from '../policy/walk.ts';
import { closure } from './closure/closure.ts';
import type { Decision } from './decision.ts';
import { evaluateReference } from './evaluate-reference.ts';
import { decisionWriter } from './fast-decision.ts';
import { type Lowered, NotLowerable } from './lower/ir.ts';
import { lower } from './lower/lower.ts';
import { type Backend, type Machine, TO_REFERENCE } from './machine.ts';
import { type Outcome, outcomeOf, outcomeView } from './outcome.ts';
import { paramValue } from './param.ts';
import { slotReader } from './read-slots.ts';

/** A firm's facts as numbers for one program. */
export interface Slots {
  readonly values: Float64Array;
  readonly facts: Facts;
}

/** A policy on one day, made ready to judge many firms. */
export interface Program {
  readonly policy: string;
  readonly version: string;
  readonly doc: PolicyDoc;
  readonly dates: Dates;
  /** What runs firms whose facts are all known; every other firm is judged by the reference. */
  readonly target: 'reference' | 'closure' | 'codegen';
  /** The full decision, equal to that of `evaluateReference`. */
  evaluate(facts: Facts): Decision;
  /** Facts as slots, read once; undefined where something the policy asks is not known, or beyond the fast path. */
  prepare(facts: Facts): Slots | undefined;
  /** The compact outcome of prepared facts. It is overwritten by the next `run` of this program. */
  run(slots: Slots): Outcome;
}

export interface CompileOptions {
  /** `closure` where absent. Generated code is asked for by its backend (`codegen`), so that only who asks loads it. */
  readonly target?: 'reference' | 'closure' | Backend;
}

/**
 * Compiles a policy version (政策版本) for given dates. Throws `ParamNotInForce` where a parameter in use has no value on
 * the day. The fast targets judge exactly or hand the firm to the reference; they never differ from it.
 *
 * @example compile(doc, dates).evaluate(facts).best // 'tech-sme'
 */
export function compile(doc: PolicyDoc, dates: Dates, options: CompileOptions = {}): Program {
  checkParams(doc, dates);
  const target = options.target ?? 'closure';
  const lowered = target === 'reference' ? undefined : tryLower(doc, dates);
  if (!lowered || target === 'reference') return referenceProgram(doc, dates);
  return fastProgram(doc, dates, lowered, target === 'closure' ? closure : target);
}

/** Every parameter in use, whether or not a firm would come to need it. */
function checkParams(doc: PolicyDoc, dates: Dates): void {
  const day = dayOf(asOf(doc, dates));
  walkDoc(doc, (node) => {
    if (node.k === 'param') paramValue(doc, node.param, day);
  });
}

function tryLower(doc: PolicyDoc, dates: Dates): Lowered | undefined {
  try {
    return lower(doc, dates);
  } catch (error) {
    if (error instanceof NotLowerable) return undefined;
    throw error;
  }
}

const named = (doc: PolicyDoc, dates: Dates): Pick<Program, 'policy' | 'version' | 'doc' | 'dates'> => ({
  policy: doc.id,
  version: doc.version,
  doc,
  dates,
});

function referenceProgram(doc: PolicyDoc, dates: Dates): Program {
  const evaluate = (facts: Facts): Decision => evaluateReference(doc, dates, facts);
  return {
    ...named(doc, dates),
    target: 'reference',
    evaluate,
    prepare: (facts) => ({ values: new Float64Array(0), facts }),
    run: (slots) => outcomeOf(doc, evaluate(slots.facts)),
  };
}

function fastProgram(doc: PolicyDoc, dates: Dates, lowered: Lowered, backend: Backend): Program {
  const machine: Machine = backend.build(lowered);
  const { results } = machine;
  const read = slotReader(doc, dates, lowered.slots);
  const write = decisionWriter(doc, lowered);
  const outcome = outcomeView(results, lowered.layout);
  const { points } = outcome;
  const byReference = (facts: Facts): Decision => evaluateReference(doc, dates, facts);
  return {
    ...named(doc, dates),
    target: machine.target,
    evaluate: (facts) => {
      const slots = read(facts, false);
      const isJudged = slots !== undefined && machine.core(slots) !== TO_REFERENCE && machine.detail(slots);
      return isJudged ? write(results, facts) : byReference(facts);
    },
    prepare: (facts) => {
      const values = read(facts, true);
      return values && { values, facts };
    },
    run: (slots) => {
      const best = machine.core(slots.values);
      if (best === TO_REFERENCE) return outcomeOf(doc, byReference(slots.facts));
      // A deduction of nothing is 0, not −0.
      for (let i = 0; i < points.length; i++) points[i] = (points[i] as number) + 0;
      outcome.best = best;
      return outcome;
    },
  };
}
