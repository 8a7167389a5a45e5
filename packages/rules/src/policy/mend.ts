import type { Diagnostic } from './diagnostic.ts';
import type { PolicyDoc } from './document.ts';
import type { ProblemCode } from './problem.ts';
import { isRecord } from './read-value.ts';

/*
 * A document with errors of shape can still be checked for the rest, so that all errors come at once: broken nodes are
 * replaced by holes that say nothing, lists that are missing by empty ones. Where the frame itself is broken (a fact
 * without a type, a tier that is no object) the rest is left for the next time.
 */

/** Where the nodes below a node of each kind hang; `*` is an index. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  ...kinds('lit fact param growth agg span in provided judgement'),
  ...kinds('add sub mul min max sum bestOf all any atLeast', 'of.*'),
  ...kinds('neg round milestone bands marginal linear indicator not', 'of'),
  ...kinds('div', 'num', 'den'),
  ...kinds('fx', 'of', 'rate'),
  ...kinds('cond', 'if', 'then', 'else'),
  ...kinds('cmp', 'a', 'b'),
  ...kinds('exists', 'where'),
  ...kinds('bonus', 'when'),
  ...kinds('table', 'rows.*.when'),
  ...kinds('bandsBy', 'by', 'rows.*.use'),
};
/** Where the topmost nodes hang in a document. */
const ROOTS =
  'tiers.*.gates.*.when tiers.*.vetoes.*.when tiers.*.routes.*.when tiers.*.routes.*.score awards.*.for awards.*.pay ' +
  'awards.*.caps.*.max awards.*.tranches.*.when stacks.*.within';

function kinds(names: string, ...children: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(names.split(' ').map((name) => [name, children]));
}

/** Later checks never look at the value these are about, or read it with care. */
const HARMLESS: readonly ProblemCode[] = [
  'unknown-key',
  'bad-number',
  'bad-date',
  'bad-id',
  'bad-count',
  'empty-text',
  'empty-list',
  'text-missing',
  'cite-without-why',
  'cite-without-basis',
];
/** Parts of a document that only people read. */
const FOR_PEOPLE = new Set([
  'label',
  'cite',
  'summary',
  'question',
  'evidence',
  'ask',
  'why',
  'text',
  'accepted',
  'fairness',
  'move',
]);
/** Settings no later check depends on. */
const SETTINGS = new Set(
  'schema version status applies pick method dir order rule kind below ifMissing curable'.split(' '),
);
const LISTS = new Set('facts params tiers awards stacks pools gates vetoes routes values taints'.split(' '));

type Json = Record<string, unknown> | unknown[];
type Outcome = 'ok' | 'broken';

/** A copy fit for the later checks, or undefined where the frame does not hold. */
export function mend(json: unknown, errors: readonly Diagnostic[]): PolicyDoc | undefined {
  const copy = copyOf(json);
  if (!isContainer(copy)) return undefined;
  for (const error of errors) if (mendOne(copy, error) === 'broken') return undefined;
  return copy as unknown as PolicyDoc;
}

function mendOne(root: Json, error: Diagnostic): Outcome {
  const keys = error.path.split('.');
  if ((HARMLESS as readonly string[]).includes(error.code) || keys.some((key) => FOR_PEOPLE.has(key))) return 'ok';
  const last = keys.at(-1) ?? '';
  const holder = at(root, keys.slice(0, -1));
  // Already inside a hole.
  if (!isContainer(holder)) return 'ok';
  if (error.code === 'number-not-text' && get(holder, last) !== undefined)
    return set(holder, last, String(get(holder, last)));
  if (digHole(root, keys)) return 'ok';
  if (error.code === 'missing' && LISTS.has(last)) return set(holder, last, []);
  if (SETTINGS.has(last)) return set(holder, last, last === 'order' ? [] : '');
  return 'broken';
}

const HOLE = { k: 'hole' };

/** Replaces the innermost node around a path by a hole. */
function digHole(root: Json, keys: readonly string[]): boolean {
  let depth = lengthOf(ROOTS.split(' '), keys);
  if (depth === 0) return false;
  for (;;) {
    const node = at(root, keys.slice(0, depth));
    const step = lengthOf(childrenOf(node), keys.slice(depth));
    if (step === 0 || !isNode(at(root, keys.slice(0, depth + step)))) break;
    depth += step;
  }
  const holder = at(root, keys.slice(0, depth - 1));
  if (isContainer(holder)) set(holder, keys[depth - 1] ?? '', HOLE);
  return true;
}

/** Number of keys taken by the one of the patterns that the path starts with; 0 where there is none. */
function lengthOf(patterns: readonly string[], keys: readonly string[]): number {
  const fits = patterns
    .map((pattern) => pattern.split('.'))
    .find((steps) => steps.every((step, i) => (step === '*' ? /^\d+$/.test(keys[i] ?? '') : step === keys[i])));
  return fits?.length ?? 0;
}

const childrenOf = (node: unknown): readonly string[] => (isNode(node) ? (CHILDREN[node.k] ?? []) : []);
const isNode = (value: unknown): value is { readonly k: string } =>
  isRecord(value) && typeof value.k === 'string' && Object.hasOwn(CHILDREN, value.k);
const isContainer = (value: unknown): value is Json => typeof value === 'object' && value !== null;

function at(root: Json, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((here, key) => (isContainer(here) ? get(here, key) : undefined), root);
}

function get(holder: Json, key: string): unknown {
  if (Array.isArray(holder)) return holder[Number(key)];
  return Object.hasOwn(holder, key) ? holder[key] : undefined;
}

function set(holder: Json, key: string, value: unknown): Outcome {
  if (Array.isArray(holder)) holder[Number(key)] = value;
  else holder[key] = value;
  return 'ok';
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)]));
}
