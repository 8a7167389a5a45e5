import {
  type CompileOptions,
  compile,
  evaluateReference,
  type Facts,
  type Outcome,
  type PolicyDoc,
  type Program,
  type Slots,
} from '@tidu/rules';
import type { Contender } from './measure.ts';
import { DATES } from './policies.ts';

/** One number that holds a whole answer: the best tier and the points of the first scored route. */
export const answerOf = (tier: number, points: number): number => (tier + 1) * 1000 + points;
/** Points of the measured policies are whole: their scale is 1, which `byProgram` makes sure of. */
const answerIn = (o: Outcome): number => answerOf(o.best, o.points[0] ?? 0);

/** A way of judging with every answer it gave, for the comparison before anything is timed. */
export interface Judged extends Contender {
  readonly answers: readonly number[];
}

/** A hand-written judge over firms read beforehand, or read each time (`fromWire`). */
export function byHand<F, V>(
  name: string,
  firms: readonly Facts[],
  hand: { read: (facts: Facts) => F; judge: (firm: F, out: V) => void; verdict: V; answer: (out: V) => number },
  fromWire = false,
): Judged {
  const { read, judge, verdict, answer } = hand;
  const prepared = firms.map(read);
  const one = (firm: F): number => {
    judge(firm, verdict);
    return answer(verdict);
  };
  const fast = (): number => {
    let sum = 0;
    for (let i = 0; i < prepared.length; i++) {
      judge(prepared[i] as F, verdict);
      sum += answer(verdict);
    }
    return sum;
  };
  const whole = (): number => {
    let sum = 0;
    for (const facts of firms) sum += one(read(facts));
    return sum;
  };
  return { name, answers: prepared.map(one), pass: fromWire ? whole : fast };
}

/** A compiled program over prepared slots, or from the facts each time. */
export function byProgram(
  name: string,
  doc: PolicyDoc,
  firms: readonly Facts[],
  target: CompileOptions['target'],
  fromWire = false,
): Judged {
  const program = compile(doc, DATES, target === undefined ? {} : { target });
  const prepared = firms.map((facts) => preparedBy(program, facts));
  if (prepared.some((slots) => program.run(slots).scales[0] !== 1)) throw new Error('points with a fraction');
  const fast = (): number => {
    let sum = 0;
    for (let i = 0; i < prepared.length; i++) sum += answerIn(program.run(prepared[i] as Slots));
    return sum;
  };
  const whole = (): number => {
    let sum = 0;
    for (const facts of firms) sum += answerIn(program.run(preparedBy(program, facts)));
    return sum;
  };
  return { name, answers: prepared.map((s) => answerIn(program.run(s))), pass: fromWire ? whole : fast };
}

function preparedBy(program: Program, facts: Facts): Slots {
  const slots = program.prepare(facts);
  if (!slots) throw new Error('a generated firm is not wholly known');
  return slots;
}

/** The full decision with all its text, by a program or by the reference. */
export function byDecision(
  name: string,
  doc: PolicyDoc,
  firms: readonly Facts[],
  target: CompileOptions['target'],
): Judged {
  const program = target === 'reference' ? undefined : compile(doc, DATES, target === undefined ? {} : { target });
  const evaluate = (facts: Facts) => (program ? program.evaluate(facts) : evaluateReference(doc, DATES, facts));
  const one = (facts: Facts): number => {
    const d = evaluate(facts);
    const points = d.tiers.flatMap((t) => t.routes).find((r) => r.points)?.points?.lo ?? '0';
    return answerOf(
      doc.tiers.findIndex((t) => t.id === d.best),
      Number(points),
    );
  };
  const pass = (): number => {
    let sum = 0;
    for (const facts of firms) sum += one(facts);
    return sum;
  };
  return { name, answers: firms.map(one), pass };
}
