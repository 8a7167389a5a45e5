import type { DraftDocument, PatchOp } from '@tidu/api/studio/contract';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The changes that lead from one text to another, by its parts: only what differs is touched. */
export function documentOps(before: DraftDocument, after: DraftDocument): readonly PatchOp[] {
  const gone = Object.keys(before)
    .filter((key) => !Object.hasOwn(after, key))
    .map((path): PatchOp => ({ op: 'remove', path }));
  const set = Object.entries(after).flatMap(([key, value]) => partOps(before, key, value));
  return [...gone, ...set];
}

function partOps(before: DraftDocument, key: string, value: unknown): readonly PatchOp[] {
  if (!Object.hasOwn(before, key)) return [{ op: 'add', path: key, value }];
  const was = before[key];
  if (same(was, value)) return [];
  if (!Array.isArray(was) || !Array.isArray(value) || was.length !== value.length)
    return [{ op: 'replace', path: key, value }];
  return value.flatMap((x, i): readonly PatchOp[] =>
    same(was[i], x) ? [] : [{ op: 'replace', path: `${key}.${i}`, value: x }],
  );
}
