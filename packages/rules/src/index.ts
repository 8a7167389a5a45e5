/** The public API of `@tidu/rules`: pure functions over policy documents and firms. No I/O, no clock, no randomness. */

export { addMonths, dayOf, formatDay, parseDay, toParts, weekday } from './date/day.ts';
export type * from './evaluate/decision.ts';
export { evaluateReference } from './evaluate/evaluate-reference.ts';
export { ParamNotInForce } from './evaluate/param.ts';
export type * from './explain/explanation.ts';
export {
  add,
  compare,
  divide,
  formatNum,
  multiply,
  num,
  parseNum,
  type Rational,
  subtract,
  toDouble,
} from './number/rational.ts';
export { roundTo } from './number/round.ts';
export { asOf, baseYear } from './policy/dates-of.ts';
export type * from './policy/diagnostic.ts';
export type * from './policy/document.ts';
export type * from './policy/facts.ts';
export { childrenOf, factsUsed, rootsOf, walkDoc, walkNode } from './policy/walk.ts';
