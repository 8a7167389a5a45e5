import type { PatchOp } from '@tidu/api/studio/contract';
import { join, setOps, valueAt } from './json-path.ts';
import type { Json } from './shape-of.ts';
import { walkFields } from './walk-fields.ts';

/** The changes that give a part another id and follow it everywhere it is named. */
export function renameOps(doc: Json, path: string, next: string): readonly PatchOp[] {
  const before = valueAt(doc, join(path, 'id'));
  const ops = [...setOps(doc, join(path, 'id'), next)];
  if (typeof before !== 'string' || before === '') return ops;
  walkFields(doc, ({ spec, value, path: at }) => {
    if ((spec.t === 'ref' || spec.t === 'audience') && value === before)
      ops.push({ op: 'replace', path: at, value: next });
    if (spec.t === 'refs' && Array.isArray(value))
      for (const [i, each] of value.entries())
        if (each === before) ops.push({ op: 'replace', path: join(at, i), value: next });
  });
  return ops;
}

/** Where a part is named by others: what would be left hanging if it went. */
export function namedAt(doc: Json, id: string): readonly string[] {
  const places: string[] = [];
  walkFields(doc, ({ spec, value, path }) => {
    if ((spec.t === 'ref' || spec.t === 'audience') && value === id) places.push(path);
    if (spec.t === 'refs' && Array.isArray(value) && value.includes(id)) places.push(path);
  });
  return places;
}
