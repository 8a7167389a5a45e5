import type { PatchOp } from '../contract.ts';
import type { Json } from './json-ops.ts';

/** The changes that lead from one document to another, each as deep down as it can be told. */
export function diffDocuments(before: Json, after: Json, path = ''): readonly PatchOp[] {
  if (same(before, after)) return [];
  if (path !== '' && !isBoth(before, after)) return [{ op: 'replace', path, value: after }];
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after, path);
  return diffRecords(before as Readonly<Record<string, unknown>>, after as Readonly<Record<string, unknown>>, path);
}

const same = (a: Json, b: Json): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
const isObject = (x: Json): x is object => typeof x === 'object' && x !== null;
// A key with a dot cannot be told as a path: the record around it is replaced whole.
const isPlain = (x: object): boolean => Object.keys(x).every((key) => key !== '' && !key.includes('.'));
const isBoth = (a: Json, b: Json): boolean =>
  isObject(a) && isObject(b) && Array.isArray(a) === Array.isArray(b) && isPlain(a) && isPlain(b);
const join = (path: string, key: string | number): string => (path === '' ? String(key) : `${path}.${key}`);

function diffRecords(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  path: string,
): readonly PatchOp[] {
  const ops: PatchOp[] = [];
  for (const key of Object.keys(before))
    if (!Object.hasOwn(after, key)) ops.push({ op: 'remove', path: join(path, key) });
  for (const [key, value] of Object.entries(after)) {
    if (!Object.hasOwn(before, key)) ops.push({ op: 'add', path: join(path, key), value });
    else ops.push(...diffDocuments(before[key], value, join(path, key)));
  }
  return ops;
}

/** Parts with an id are followed by it; others by what is the same at both ends. */
function diffLists(before: readonly unknown[], after: readonly unknown[], path: string): readonly PatchOp[] {
  const [was, is] = [idsOf(before), idsOf(after)];
  if (!was || !is) return diffByEnds(before, after, path);
  const kept = was.filter((id) => is.includes(id));
  if (
    !same(
      kept,
      is.filter((id) => was.includes(id)),
    )
  )
    return [{ op: 'replace', path, value: after }];
  const removed = was.flatMap((id, i): PatchOp[] => (is.includes(id) ? [] : [{ op: 'remove', path: join(path, i) }]));
  const added = is.flatMap((id, i): readonly PatchOp[] => {
    const from = was.indexOf(id);
    if (from < 0) return [{ op: 'add', path: join(path, i), value: after[i] }];
    return diffDocuments(before[from], after[i], join(path, i));
  });
  return [...removed.toReversed(), ...added];
}

function idsOf(list: readonly unknown[]): readonly string[] | undefined {
  const ids = list.map((x) => (isObject(x) && 'id' in x && typeof x.id === 'string' ? x.id : undefined));
  const known = ids.filter((id) => id !== undefined);
  return known.length === list.length && new Set(known).size === known.length ? known : undefined;
}

function diffByEnds(before: readonly unknown[], after: readonly unknown[], path: string): readonly PatchOp[] {
  if (before.length === after.length) return before.flatMap((x, i) => diffDocuments(x, after[i], join(path, i)));
  let start = 0;
  while (start < Math.min(before.length, after.length) && same(before[start], after[start])) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && same(before.at(-1 - end), after.at(-1 - end))) end++;
  const removed = before.slice(start, before.length - end);
  const added = after.slice(start, after.length - end);
  const both = Math.min(removed.length, added.length);
  return [
    ...Array.from({ length: both }, (_, i) => diffDocuments(removed[i], added[i], join(path, start + i))).flat(),
    ...removed.slice(both).map((): PatchOp => ({ op: 'remove', path: join(path, start + both) })),
    ...added.slice(both).map((value, i): PatchOp => ({ op: 'add', path: join(path, start + both + i), value })),
  ];
}
