import type { Diagnostic, Message } from '../policy/diagnostic.ts';
import type { Id } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';

/**
 * One thing wrong or doubtful in a policy document (检查发现): what, where, how sure, a firm that shows it, and how to put
 * it right. Arguments of messages are ids, paths and exact figures; `tellFinding` puts them into words.
 */
export interface Finding extends Omit<Diagnostic, 'witness' | 'fix'> {
  readonly witness?: Witness;
  readonly fix?: Fix;
}

/** A firm, or two, with what the evaluator gives for them (例证); evaluated again before it is shown. */
export interface Witness {
  readonly facts: Facts;
  readonly dates: Dates;
  /** The firm, or the day, it is compared with. */
  readonly other?: { readonly facts: Facts; readonly dates: Dates };
  readonly shows: readonly Shown[];
}

/** One result: what was evaluated, for which of the two, and what came out. */
export interface Shown {
  readonly firm: 'one' | 'other';
  readonly target: Target;
  readonly result: string;
}

/**
 * What is evaluated. `truth` and `value` are nodes by path, `row` is the row of a band table by the path of its node,
 * `tier`, `award` and `param` by id, `route` by `<tier>/<route>`, `best` is the whole ladder.
 */
export interface Target {
  readonly kind: 'truth' | 'value' | 'row' | 'tier' | 'route' | 'award' | 'param' | 'best';
  readonly at: string;
}

/** How to put a finding right; with `patch` the studio can do it at once. */
export interface Fix {
  readonly msg: Message;
  readonly patch?: readonly PatchOp[];
}

/** One change of a document at a dotted path; `add` into a list puts the value before the index. */
export type PatchOp =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

type Args = Readonly<Record<string, string>>;
export interface More {
  readonly node?: Id;
  readonly witness?: Witness;
  readonly fix?: Fix;
}

/** A finding with the words of its code. */
export function finding(
  level: Finding['level'],
  code: FindingCode,
  path: string,
  args: Args,
  more: More = {},
): Finding {
  return { code, level, path, msg: { key: `check.${code}`, args }, ...more };
}

/** How to put it right, in words alone or with the change itself. */
export const fix = (key: string, args: Args = {}, patch?: readonly PatchOp[]): Fix => ({
  msg: { key: `check.fix.${key}`, args },
  ...(patch === undefined ? {} : { patch }),
});

/** Every code a check can give; words live in `messages/`. */
export const findingCodes = [
  // names
  'fact-unused',
  'param-unused',
  'tier-without-award',
  'award-without-money',
  'derive-cycle',
  'derive-unknown-policy',
  'label-stale',
  // dates
  'param-gap',
  'param-ends',
  'version-gap',
  'version-overlap',
  'nothing-follows',
  // bands and tables
  'row-unreachable',
  'closedness-mixed',
  'points-fall',
  'points-zigzag',
  'sliver-row',
  'rows-overlap',
  'row-never',
  'row-covered',
  'table-gap',
  'point-gap',
  'grain-gap',
  // edges between alternatives
  'edge-twice',
  'edge-open',
  'edge-missed',
  'edge-grain',
  // marks
  'full-unreachable',
  'marks-above-full',
  'total-not-full',
  'pass-trivial',
  'pass-unreachable',
  'floor-above-full',
  'floor-trivial',
  // tiers
  'gates-contradict',
  'gate-never',
  'gate-always',
  'gate-implied',
  'veto-never',
  'veto-kills-all',
  'route-dead',
  'route-redundant',
  'tier-never',
  'tier-never-best',
  'tier-gap',
  'tier-limit-gap',
  'tier-overlap',
  'time-cliff',
  'time-gap',
  // money
  'award-drop',
  'award-jump',
  'cap-below-minimum',
  'cap-zero',
  'cap-never-binds',
  'award-above-pool',
  'paid-before-twice',
  'stack-of-one',
  'stack-without-limit',
  'stack-never-pays',
  'pool-minimum-above-budget',
  'pool-minimum-never-reached',
  'pool-subs-above-budget',
  'pool-without-awards',
  'award-without-pool',
  'award-in-two-pools',
  // law and sources
  'fairness-local',
  'fairness-named',
  'fairness-cultivation',
  'fairness-contribution',
  'fairness-ended',
  'untranslatable-open',
  'figure-assumed',
] as const;
export type FindingCode = (typeof findingCodes)[number];
