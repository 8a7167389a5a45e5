import type { PatchOp } from '../contract.ts';

export type Json = unknown;

/** A change that does not fit the document: its place is not there. */
export class NoSuchPlace extends Error {
  override readonly name = 'NoSuchPlace';
  readonly path: string;
  constructor(path: string) {
    super(path);
    this.path = path;
  }
}

export interface Applied {
  readonly document: Json;
  /** What takes the changes back, in the order in which it is to be done. */
  readonly inverse: readonly PatchOp[];
}

/** The document with the changes carried out one after the other; the one given stays as it is. Throws `NoSuchPlace`. */
export function applyOps(document: Json, ops: readonly PatchOp[]): Applied {
  const inverse: PatchOp[] = [];
  let now = document;
  for (const op of ops) {
    const done = at(now, op.path.split('.'), op);
    now = done.here;
    inverse.unshift({ ...done.back, path: op.path } as PatchOp);
  }
  return { document: now, inverse };
}

type Back = { readonly op: 'remove' } | { readonly op: 'add' | 'replace'; readonly value: unknown };
interface Step {
  readonly here: Json;
  readonly back: Back;
}

function at(here: Json, keys: readonly string[], op: PatchOp): Step {
  const [key = '', ...rest] = keys;
  if (typeof here !== 'object' || here === null) throw new NoSuchPlace(op.path);
  if (rest.length === 0) return Array.isArray(here) ? changeList(here, key, op) : changeRecord(here, key, op);
  if (!Object.hasOwn(here, key)) throw new NoSuchPlace(op.path);
  const inner = at((here as Record<string, unknown>)[key], rest, op);
  return { here: withKey(here, key, inner.here), back: inner.back };
}

const withKey = (here: object, key: string, value: unknown): Json =>
  Array.isArray(here) ? here.with(Number(key), value) : { ...here, [key]: value };

const INDEX = /^(0|[1-9]\d{0,6})$/;

function changeList(here: readonly unknown[], key: string, op: PatchOp): Step {
  const index = Number(key);
  const most = op.op === 'add' ? here.length : here.length - 1;
  if (!INDEX.test(key) || index > most) throw new NoSuchPlace(op.path);
  const value = here[index];
  switch (op.op) {
    case 'add':
      return { here: here.toSpliced(index, 0, op.value), back: { op: 'remove' } };
    case 'remove':
      return { here: here.toSpliced(index, 1), back: { op: 'add', value } };
    case 'replace':
      return { here: here.with(index, op.value), back: { op: 'replace', value } };
  }
}

function changeRecord(here: object, key: string, op: PatchOp): Step {
  const has = Object.hasOwn(here, key);
  const value = (here as Record<string, unknown>)[key];
  if (op.op !== 'add' && !has) throw new NoSuchPlace(op.path);
  if (op.op === 'remove') {
    const { [key]: _, ...others } = here as Record<string, unknown>;
    return { here: others, back: { op: 'add', value } };
  }
  return { here: { ...here, [key]: op.value }, back: has ? { op: 'replace', value } : { op: 'remove' } };
}
