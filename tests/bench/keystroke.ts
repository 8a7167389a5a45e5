import { type FactInput, type FactState, type Facts, nextQuestionsAfter } from '@tidu/rules';
import { doubtsOf } from '../../packages/web/src/features/self-check/model/doubts.ts';
import { createEvaluator } from '../../packages/web/src/features/self-check/model/evaluate-firm.ts';
import { withFounding } from '../../packages/web/src/features/self-check/model/founding.ts';
import { questionsOf } from '../../packages/web/src/features/self-check/model/questions.ts';
import { openFactsOf, presumedFollowers } from '../../packages/web/src/features/self-check/model/relevance.ts';
import { shownTableOf } from '../../packages/web/src/features/self-check/model/score-lines.ts';
import { isLadder } from '../../packages/web/src/features/self-check/model/standing.ts';
import { standingsIn } from '../../packages/web/src/features/self-check/model/standings-in.ts';
import { stepsOf } from '../../packages/web/src/features/self-check/model/steps.ts';
import { DATES, SHIPPED } from './policies.ts';

/** Milliseconds a keystroke: the middle one, the slowest twentieth, the slowest. */
interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

export interface Keystrokes {
  readonly count: number;
  readonly policies: number;
  readonly time: Spread;
  /** Processor time of the whole process, clearing up included, which other work on the machine does not lengthen. */
  readonly processor: Spread;
}

/** The policies a self-check runs, the ladder first: of every policy the version in force on the day. */
const IN_FORCE = SHIPPED.filter((doc) => doc.version !== '2018-03-01' || doc.id !== 'nbhtz-ladder').toSorted(
  (a, b) => b.tiers.length - a.tiers.length,
);

/**
 * A firm filled in figure by figure, every figure digit by digit, and after each key everything that the page works out
 * again before it is drawn.
 */
export function measureKeystrokes(firms: readonly Facts[]): Keystrokes {
  const recalculate = openPage();
  const times: number[] = [];
  const used: number[] = [];
  firms.forEach((firm, i) => {
    for (const facts of typed(firm)) {
      const before = process.cpuUsage();
      const start = performance.now();
      recalculate(facts);
      const time = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      if (i < WARM_UP_FIRMS) continue;
      times.push(time);
      used.push((user + system) / 1000);
    }
  });
  return { count: times.length, policies: IN_FORCE.length, time: spreadOf(times), processor: spreadOf(used) };
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), most: at(1) };
}

/** Firms that only warm the engine up. */
const WARM_UP_FIRMS = 4;

/**
 * The page without its drawing, call by call as in `useSelfCheck` and in the panel beside the form. The steps are worked
 * out with the key at once and again with the result; the panel and the bar of a narrow screen each ask where the firm
 * stands.
 */
function openPage(): (answers: Facts) => void {
  const questions = questionsOf(IN_FORCE, DATES);
  const followers = presumedFollowers(questions);
  const evaluate = createEvaluator(IN_FORCE, DATES);
  let results = evaluate({});
  return (answers) => {
    const facts = withFounding(questions, answers);
    stepsOf(questions, { facts, typed: {} }, openFactsOf(results), followers);
    results = evaluate(facts);
    stepsOf(questions, { facts, typed: {} }, openFactsOf(results), followers);
    doubtsOf(IN_FORCE, questions, facts, DATES);
    for (const ladder of [...results, ...results].filter(({ doc }) => isLadder(doc))) standingsIn(ladder);
    if (!shownTableOf(results)?.table.lines.every((line) => line.points && line.full)) throw new Error('no table');
    nextQuestionsAfter(results, { max: 3 });
  };
}

/** The answers after each keystroke. */
function* typed(firm: Facts): Generator<Facts> {
  let soFar: Record<string, FactState> = {};
  for (const [id, state] of Object.entries(firm)) {
    if (!('known' in state)) continue;
    for (const known of strokes(state.known)) {
      soFar = { ...soFar, [id]: { known } };
      yield soFar;
    }
  }
}

/** Text grows digit by digit; anything else is one choice. */
function strokes(input: FactInput): readonly FactInput[] {
  if (typeof input === 'string' && /^\d+(\.\d+)?$/.test(input)) return prefixes(input);
  if (typeof input !== 'object' || Array.isArray(input)) return [input];
  const years = Object.entries(input as Readonly<Record<string, string>>);
  return years.flatMap(([year, text], i) => {
    const before = Object.fromEntries(years.slice(0, i));
    return prefixes(text).map((part) => ({ ...before, [year]: part }));
  });
}

const prefixes = (text: string): readonly string[] =>
  Array.from(text, (_, i) => text.slice(0, i + 1)).filter((part) => !part.endsWith('.'));
