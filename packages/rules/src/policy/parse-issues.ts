import type * as z from 'zod';
import type { Diagnostic } from './diagnostic.ts';
import { listed, suggest } from './nearest.ts';
import { KNOWN_KEYS, type LeafProblem } from './parse-leaves.ts';
import { problem } from './problem.ts';
import { isRecord, shown } from './read-value.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Turns what zod found into diagnostics with paths exact to the leaf. `root` is the document that was read. */
export function diagnosticsOf(issues: readonly Issue[], root: unknown): readonly Diagnostic[] {
  return issues.flatMap((issue) => ofIssue(issue, issue.path, root));
}

function ofIssue(issue: Issue, path: Path, root: unknown): readonly Diagnostic[] {
  switch (issue.code) {
    case 'invalid_union':
      return ofUnion(issue, path, root);
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, issue.message, path));
    case 'invalid_value':
      return [wrongWord(issue.values.map(String), path, root)];
    case 'invalid_type':
      return [wrongType(issue.expected, path, root)];
    case 'too_small':
    case 'too_big':
      return [wrongSize(issue, path, root)];
    case 'custom':
      return [ofLeaf(issue.params as unknown as LeafProblem, path, root)];
    default:
      return [wrongType('…', path, root)];
  }
}

type Union = Extract<Issue, { code: 'invalid_union' }>;

/**
 * A union with a discriminator names the kinds it knows. Of a plain union the branch is told that the value was meant
 * for: the one that fails somewhere inside instead of at the value as a whole.
 */
function ofUnion(issue: Union, path: Path, root: unknown): readonly Diagnostic[] {
  if (issue.errors.length === 0) return [wrongWord(kindsOf(issue), path, root)];
  const isWhole = (inner: Issue): boolean =>
    inner.path.length === 0 && (inner.code === 'invalid_type' || inner.code === 'invalid_value');
  const branches = issue.errors.filter((inner) => !inner.some(isWhole));
  const meant = branches.toSorted((a, b) => a.length - b.length).at(0);
  if (meant) return meant.flatMap((inner) => ofIssue(inner, [...path, ...inner.path], root));
  const all = issue.errors.flat();
  const values = all.flatMap((inner) => (inner.code === 'invalid_value' ? inner.values.map(String) : []));
  if (values.length > 0 && typeof valueAt(root, path) === 'string') return [wrongWord(values, path, root)];
  const types = all.flatMap((inner) => (inner.code === 'invalid_type' ? [inner.expected] : []));
  return [wrongType([...new Set([...values, ...types])], path, root)];
}

const kindsOf = (issue: Union): readonly string[] =>
  'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];

function unknownKey(key: string, message: string, path: Path): Diagnostic {
  const known = message.startsWith(KNOWN_KEYS) ? message.slice(KNOWN_KEYS.length).split(',') : [];
  const [fix, args] = suggest(key, known);
  const at = textOf([...path, key]);
  if (fix === 'did-you-mean') return problem('unknown-key', at, { key }, fix, args);
  return problem('unknown-key', at, { key }, 'remove-key', { known: listed(known) });
}

function wrongWord(known: readonly string[], path: Path, root: unknown): Diagnostic {
  const value = valueAt(root, path);
  if (value === undefined) return missing(path, listed(known));
  const code = path.at(-1) === 'k' ? 'unknown-kind' : 'unknown-word';
  return problem(code, textOf(path), { got: shown(value), field: fieldOf(path) }, ...suggest(shown(value), known));
}

function missing(path: Path, expected: string): Diagnostic {
  const field = fieldOf(path);
  if (field === 'basis') return problem('cite-without-basis', textOf(path), { field }, 'add-basis');
  return problem('missing', textOf(path), { field, expected }, 'add-key');
}

/** JSON types as they look, the same in every language. */
const LOOKS: Readonly<Record<string, string>> = {
  string: '"…"',
  object: '{…}',
  record: '{…}',
  array: '[…]',
  number: '0',
  int: '0',
  boolean: 'true / false',
  null: 'null',
};

function wrongType(expected: string | readonly string[], path: Path, root: unknown): Diagnostic {
  const types = typeof expected === 'string' ? [expected] : expected;
  const looks = [...new Set(types.map((type) => LOOKS[type] ?? type))].join(' / ');
  const value = valueAt(root, path);
  if (value === undefined) return missing(path, looks);
  const args = { field: fieldOf(path), got: shown(value), expected: looks };
  if (typeof value === 'number') {
    if (types.includes('int')) return problem('bad-count', textOf(path), args, 'write-whole');
    if (types.includes('string'))
      return problem('number-not-text', textOf(path), args, 'quote-number', { text: String(value) });
  }
  return problem('wrong-type', textOf(path), args, 'write-type');
}

function wrongSize(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>, path: Path, root: unknown): Diagnostic {
  const args = { field: fieldOf(path), got: shown(valueAt(root, path)) };
  if (issue.origin === 'array') return problem('empty-list', textOf(path), args, 'write-one');
  if (issue.origin === 'string') return problem('empty-text', textOf(path), args, 'write-text');
  return problem('bad-count', textOf(path), args, 'write-whole');
}

function ofLeaf(leaf: LeafProblem, path: Path, root: unknown): Diagnostic {
  const at = leaf.at === undefined ? path : [...path, leaf.at];
  const got = shown(valueAt(root, path));
  return problem(leaf.code, textOf(at), { field: fieldOf(at), got }, leaf.fix);
}

const textOf = (path: Path): string => path.map(String).join('.');
const fieldOf = (path: Path): string => String(path.at(-1) ?? '');

/** What stands at a path; undefined where nothing does. */
function valueAt(root: unknown, path: Path): unknown {
  let here = root;
  for (const key of path) {
    if (Array.isArray(here)) here = here[Number(key)];
    else if (isRecord(here) && Object.hasOwn(here, key)) here = here[String(key)];
    else return undefined;
  }
  return here;
}
