import {
  compile,
  type Dates,
  type Decision,
  type Diagnostic,
  type Evaluate,
  type Facts,
  type PolicyDoc,
  type Program,
} from '@tidu/rules';
import { codegen } from '@tidu/rules/codegen';
import type { PickedPolicy } from './pick-policy.ts';
import { createFirmReader } from './read-firm.ts';

export type DecidedFirm =
  | {
      readonly ok: true;
      readonly decision: Decision;
      readonly facts: Facts;
      readonly warnings: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly errors: readonly Diagnostic[] };

/** Makes the policy ready for many firms: each is read, completed from other policies and decided by generated code. */
export function compileFirmReader(picked: PickedPolicy, dates: Dates): (json: unknown) => DecidedFirm {
  const evaluate = compiledOn(dates);
  const read = createFirmReader(picked, dates, evaluate);
  const { doc } = picked.version;
  return (json) => {
    const firm = read(json);
    if (!firm.ok) return firm;
    const { facts, warnings } = firm;
    return { ok: true, decision: evaluate(doc, dates, facts), facts, warnings };
  };
}

/** An evaluator for fixed dates that compiles each policy on its first firm. */
function compiledOn(dates: Dates): Evaluate {
  const programs = new Map<PolicyDoc, Program>();
  return (doc, _dates, facts) => {
    const program = programs.get(doc) ?? compile(doc, dates, { target: codegen });
    programs.set(doc, program);
    return program.evaluate(facts);
  };
}
