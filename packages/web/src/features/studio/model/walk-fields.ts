import type { FactDef } from '@tidu/rules';
import type { FieldSpec, Fields } from './field-spec.ts';
import { join } from './json-path.ts';
import { isJson, type Json, kindOf, shapeOf } from './shape-of.ts';

/** An object of the document that has a shape of its own: a part or a node. */
export interface Owner {
  readonly kind: string;
  readonly object: Json;
  readonly path: string;
}

/** One field that holds no further shaped object, with everything around it, outermost first. */
export interface Leaf {
  readonly key: string;
  readonly path: string;
  readonly spec: FieldSpec;
  readonly value: unknown;
  /** The row or group it stands in, else the owner itself. */
  readonly holder: Json;
  readonly holderPath: string;
  readonly isRow: boolean;
  readonly owners: readonly Owner[];
  /** Fields of the list that is being looked through, inside `exists.where`. */
  readonly listFields: readonly FactDef[];
}

type Visit = (leaf: Leaf) => void;
type Around = Pick<Leaf, 'owners' | 'listFields'>;

/** Calls `visit` for every field of a document that is no shaped object itself, in document order. */
export function walkFields(doc: Json, visit: Visit): void {
  walkObject('policy', doc, '', { owners: [], listFields: [] }, doc, visit);
}

function walkObject(kind: string, object: Json, path: string, around: Around, doc: Json, visit: Visit): void {
  const shape = shapeOf(kind);
  if (!shape) return;
  const owners = [...around.owners, { kind, object, path }];
  const listFields = kind === 'exists' ? fieldsOfList(doc, object.list) : around.listFields;
  walkHolder(shape.fields, object, path, false, { owners, listFields }, doc, visit);
}

function walkHolder(
  fields: Fields,
  holder: Json,
  path: string,
  isRow: boolean,
  around: Around,
  doc: Json,
  visit: Visit,
): void {
  for (const [key, spec] of Object.entries(fields)) {
    const value = holder[key];
    if (value === undefined) continue;
    const at = join(path, key);
    const into = (kind: string, object: unknown, where: string): void => {
      if (isJson(object)) walkObject(kind, object, where, around, doc, visit);
    };
    const each = (kind: (x: unknown) => string): void => {
      if (Array.isArray(value)) for (const [i, x] of value.entries()) into(kind(x), x, join(at, i));
    };
    if (spec.t === 'node') into(kindOf(value), value, at);
    else if (spec.t === 'audience' && isJson(value)) into(kindOf(value), value, at);
    else if (spec.t === 'nodes') each(kindOf);
    else if (spec.t === 'parts') each(() => spec.kind);
    else if (spec.t === 'group' && isJson(value)) walkHolder(spec.fields, value, at, false, around, doc, visit);
    else if (spec.t === 'rows' && Array.isArray(value)) {
      for (const [i, row] of value.entries())
        if (isJson(row)) walkHolder(spec.fields, row, join(at, i), true, around, doc, visit);
    } else visit({ key, path: at, spec, value, holder, holderPath: path, isRow, ...around });
  }
}

/** The fields of a list fact. */
export function fieldsOfList(doc: Json, list: unknown): readonly FactDef[] {
  const facts = Array.isArray(doc.facts) ? (doc.facts as readonly FactDef[]) : [];
  return facts.find((fact) => fact.id === list)?.fields ?? [];
}
