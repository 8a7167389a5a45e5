import type { PatchOp } from '@tidu/api/studio/contract';
import { isJson } from './shape-of.ts';

/** `of` and `1` → `of.1`; the document itself has the empty path. */
export const join = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);

export const keysOf = (path: string): readonly string[] => (path === '' ? [] : path.split('.'));

/** Splits off the last key: `tiers.0.gates` → [`tiers.0`, `gates`]. */
export function splitLast(path: string): readonly [string, string] {
  const at = path.lastIndexOf('.');
  return at < 0 ? ['', path] : [path.slice(0, at), path.slice(at + 1)];
}

/** What stands at a path; undefined where there is nothing. */
export const valueAt = (root: unknown, path: string): unknown =>
  keysOf(path).reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? Reflect.get(at, key) : undefined),
    root,
  );

/** The root with changes carried out one after the other; throws RangeError where a place does not exist. */
export const applyOps = <T>(root: T, ops: readonly PatchOp[]): T =>
  ops.reduce<unknown>((now, op) => change(now, keysOf(op.path), op), root) as T;

function change(here: unknown, [key = '', ...rest]: readonly string[], op: PatchOp): unknown {
  if (Array.isArray(here)) {
    const at = Number(key);
    if (!Number.isInteger(at) || at < 0 || at > here.length) throw new RangeError(`no place ${op.path}`);
    if (rest.length > 0) return here.with(at, change(here[at], rest, op));
    return here.toSpliced(at, op.op === 'add' ? 0 : 1, ...(op.op === 'remove' ? [] : [op.value]));
  }
  if (!isJson(here)) throw new RangeError(`no place ${op.path}`);
  if (rest.length > 0) return { ...here, [key]: change(here[key], rest, op) };
  if (op.op !== 'remove') return { ...here, [key]: op.value };
  const { [key]: _, ...others } = here;
  return others;
}

/** The change that sets a key, or takes it away where the value is undefined. */
export function setOps(root: unknown, path: string, value: unknown): readonly PatchOp[] {
  const had = valueAt(root, path) !== undefined;
  if (value === undefined) return had ? [{ op: 'remove', path }] : [];
  return [{ op: had ? 'replace' : 'add', path, value }];
}

/** Moves a member of a list by `by` places. */
export function moveOps(root: unknown, path: string, by: -1 | 1): readonly PatchOp[] {
  const [list, key] = splitLast(path);
  const to = Number(key) + by;
  const of = valueAt(root, list);
  if (!Array.isArray(of) || to < 0 || to >= of.length) return [];
  return [
    { op: 'remove', path },
    { op: 'add', path: join(list, to), value: valueAt(root, path) },
  ];
}
