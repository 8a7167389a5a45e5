import type { Num, PolicyDoc, Text, Unit } from '../policy/document.ts';
import type { ChangedPart, ChangePlace } from './change-place.ts';
import { compareFairness, type FairnessChange } from './compare-fairness.ts';
import { keyedPair } from './element-key.ts';

export type { ChangedPart, ChangePlace } from './change-place.ts';

/**
 * One difference. `moved` says that a list has the same parts in another order. `figure`: the same rule with another number, in `unit`. `structure`: another operator, fact or kind of
 * node. `added` and `removed`: a whole part. `wording`: labels, questions and texts. `source`: citations only, or
 * with `fairness` a recorded exception from fair-competition review; the rule stays.
 */
export type PolicyChange = ChangePlace &
  (
    | { readonly type: 'figure'; readonly before: Num; readonly after: Num; readonly unit: Unit }
    | { readonly type: 'structure'; readonly moved?: true }
    | { readonly type: 'added' | 'removed' | 'wording' | 'source'; readonly fairness?: FairnessChange }
  );

/** Keys whose value is a number of the rule. */
const FIGURES = new Set(
  'value ge gt out full otherwise n min max pct ratio budget cap at minGrant quota years last withinYears validMonths whenZero step'.split(
    ' ',
  ),
);
const WORDING = new Set(['label', 'question', 'summary', 'text', 'ask', 'evidence', 'why', 'example']);
const SOURCES = new Set(['cite', 'accepted']);
/** What names the version itself, not its rules. */
const VERSION_KEYS = new Set(['version', 'status', 'inForce', 'schema', 'id']);

type Node = Readonly<Record<string, unknown>>;
const isNode = (x: unknown): x is Node => typeof x === 'object' && x !== null && !Array.isArray(x);

interface Walk {
  readonly key: string;
  readonly before?: string;
  readonly after?: string;
  readonly within: readonly ChangedPart[];
  readonly unit: Unit;
}

/**
 * What changed from one version of a policy to another (政策版本对比): structural, by the ids of nodes and not by their
 * position, figures apart from structure. Elements without an id are matched by their shape with the figures left out.
 * Changes come in document order. Never throws on documents that `parsePolicy` accepts.
 *
 * @example comparePolicies(v2018, v2020).filter((change) => change.type === 'added')
 */
export function comparePolicies(before: PolicyDoc, after: PolicyDoc): readonly PolicyChange[] {
  const out: PolicyChange[] = [];
  const [a, b] = [before as unknown as Node, after as unknown as Node];
  for (const key of keysOf(a, b)) {
    if (VERSION_KEYS.has(key)) continue;
    if (key === 'fairness') {
      out.push(...compareFairness(before, after));
      continue;
    }
    compareAt(a[key], b[key], key, { key, before: key, after: key, within: [], unit: 'none' }, out);
  }
  return out;
}

const keysOf = (a: Node, b: Node): readonly string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

function compareAt(a: unknown, b: unknown, name: string, at: Walk, out: PolicyChange[]): void {
  if (WORDING.has(name) || SOURCES.has(name)) {
    if (!same(a, b)) out.push({ ...placeOf(at), type: WORDING.has(name) ? 'wording' : 'source' });
    return;
  }
  if (a === undefined || b === undefined) {
    if (a !== b)
      out.push({ ...placeOf(at, a !== undefined, b !== undefined), type: a === undefined ? 'added' : 'removed' });
    return;
  }
  if (Array.isArray(a) && Array.isArray(b)) compareLists(a, b, at, out);
  else if (isNode(a) && isNode(b)) compareNodes(a, b, at, out);
  else if (!same(a, b)) out.push(scalarChange(a, b, name, at));
}

function scalarChange(a: unknown, b: unknown, name: string, at: Walk): PolicyChange {
  const isFigure = FIGURES.has(name) && isScalar(a) && isScalar(b);
  if (!isFigure) return { ...placeOf(at), type: 'structure' };
  return { ...placeOf(at), type: 'figure', before: String(a), after: String(b), unit: unitFor(name, at.unit) };
}

const isScalar = (x: unknown): boolean => typeof x === 'string' || typeof x === 'number';

const UNIT_OF_KEY: Readonly<Record<string, Unit>> = {
  full: 'points',
  pct: 'ratio',
  ratio: 'ratio',
  budget: 'CNY',
  at: 'CNY',
  minGrant: 'CNY',
  quota: 'count',
  years: 'years',
  last: 'years',
  withinYears: 'years',
  validMonths: 'months',
  n: 'count',
};
const unitFor = (name: string, unit: Unit): Unit => UNIT_OF_KEY[name] ?? unit;

function compareNodes(a: Node, b: Node, at: Walk, out: PolicyChange[]): void {
  if (a.k !== b.k || a.type !== b.type) {
    out.push({ ...placeOf(at), type: 'structure' });
    return;
  }
  const here: Walk = { ...at, unit: (b.unit as Unit | undefined) ?? at.unit, within: partsWith(at, b) };
  for (const key of keysOf(a, b)) {
    if (key !== 'id') compareAt(a[key], b[key], key, below(here, key), out);
  }
}

function compareLists(a: readonly unknown[], b: readonly unknown[], at: Walk, out: PolicyChange[]): void {
  const [was, is] = keyedPair(a, b);
  for (const [key, i] of was) {
    if (!is.has(key)) out.push({ ...placeOf(element(at, a[i], key, i, undefined), true, false), type: 'removed' });
  }
  for (const [key, i] of is) {
    const from = was.get(key);
    const where = element(at, b[i], key, from, i);
    if (from === undefined) out.push({ ...placeOf(where, false, true), type: 'added' });
    else compareAt(a[from], b[i], '', where, out);
  }
  const kept = (keys: Iterable<string>, other: ReadonlyMap<string, number>): string[] =>
    [...keys].filter((k) => other.has(k));
  // The order of rungs, of rows hit first and of ranking keys is part of the rule.
  if (!same(kept(was.keys(), is), kept(is.keys(), was))) out.push({ ...placeOf(at), type: 'structure', moved: true });
}

const join = (path: string | undefined, key: string | number | undefined): string | undefined =>
  path === undefined || key === undefined ? undefined : `${path}.${key}`;

function below(at: Walk, key: string): Walk {
  return located(at, `${at.key}.${key}`, join(at.before, key), join(at.after, key));
}

/** An element of a list; one that is added or removed counts as a part of its own. */
function element(at: Walk, node: unknown, key: string, from: number | undefined, to: number | undefined): Walk {
  const where = located(at, `${at.key}.${key}`, join(at.before, from), join(at.after, to));
  const alone = from === undefined || to === undefined;
  return alone && isNode(node) ? { ...where, within: partsWith(where, node) } : where;
}

function located(at: Walk, key: string, before: string | undefined, after: string | undefined): Walk {
  return {
    key,
    within: at.within,
    unit: at.unit,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function partsWith(at: Walk, node: Node): readonly ChangedPart[] {
  if (typeof node.id !== 'string') return at.within;
  // A clause kept as text has no name but its words.
  const label = (node.label ?? node.text) as Text | undefined;
  return [...at.within, { id: node.id, ...(label ? { label } : {}), path: at.after ?? at.before ?? '' }];
}

function placeOf(at: Walk, hasBefore = true, hasAfter = true): ChangePlace {
  return {
    key: at.key,
    within: at.within,
    ...(hasBefore && at.before !== undefined ? { beforePath: at.before } : {}),
    ...(hasAfter && at.after !== undefined ? { afterPath: at.after } : {}),
  };
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
