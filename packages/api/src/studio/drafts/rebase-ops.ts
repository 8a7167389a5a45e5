import type { PatchOp } from '../contract.ts';

/** Changes put on top of others that came first, or the places where both changed the same. */
export type Rebased =
  | { readonly ok: true; readonly ops: readonly PatchOp[] }
  | { readonly ok: false; readonly paths: readonly string[] };

/**
 * Puts `mine` on top of `theirs`, made from the same document. INVARIANT (disjoint-edits): where the places are apart both
 * orders give the same document; where one lies within the other nothing is guessed.
 */
export function rebaseOps(mine: readonly PatchOp[], theirs: readonly PatchOp[]): Rebased {
  let others = [...theirs];
  const ops: PatchOp[] = [];
  const paths: string[] = [];
  for (const op of mine) {
    let now: PatchOp | undefined = op;
    const moved: PatchOp[] = [];
    for (const other of others) {
      const before: PatchOp | undefined = now;
      now = now && shift(now, other, 'stays');
      // What is put on top moves what it is put on in turn: the next of mine is told from a document with both.
      const back = before && shift(other, before, 'moves');
      if (now === undefined || back === undefined) {
        paths.push(op.path);
        return { ok: false, paths };
      }
      moved.push(back);
    }
    if (now) ops.push(now);
    others = moved;
  }
  return { ok: true, ops };
}

const INDEX = /^\d+$/;

/**
 * One change after another one of the same document; undefined where they touch the same place. Where both put something
 * in at one index, `tie` says which of them gives way.
 */
function shift(op: PatchOp, first: PatchOp, tie: 'stays' | 'moves'): PatchOp | undefined {
  const [mine, theirs] = [op.path.split('.'), first.path.split('.')];
  const depth = theirs.length - 1;
  const index = theirs[depth] ?? '';
  const isSameList =
    INDEX.test(index) && depth < mine.length && theirs.slice(0, depth).every((key, i) => key === mine[i]);
  if (!isSameList || first.op === 'replace') return touches(mine, theirs) ? undefined : op;
  const [at, i] = [Number(index), Number(mine[depth])];
  const isWhole = mine.length === theirs.length;
  const isInserted = isWhole && op.op === 'add';
  if (first.op === 'add') {
    const gives = i > at || (i === at && (!isInserted || tie === 'moves'));
    return gives ? moved(op, mine, depth, i + 1) : op;
  }
  if (i === at && !isInserted) return undefined;
  return i > at ? moved(op, mine, depth, i - 1) : op;
}

const touches = (a: readonly string[], b: readonly string[]): boolean =>
  Array.from({ length: Math.min(a.length, b.length) }, (_, i) => a[i] === b[i]).every(Boolean);

const moved = (op: PatchOp, path: readonly string[], depth: number, index: number): PatchOp => ({
  ...op,
  path: path.with(depth, String(index)).join('.'),
});
