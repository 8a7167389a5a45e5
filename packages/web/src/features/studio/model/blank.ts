import type { FactDef, FactType, PolicyDoc } from '@tidu/rules';
import type { FieldSpec, Fields, RefTo } from './field-spec.ts';
import { isJson, type Json, kindOf, kindsFor, shapeOf } from './shape-of.ts';

const IDS_NEEDED = new Set(['judgement', 'indicator']);
const TYPES: Partial<Record<RefTo, readonly FactType[]>> = {
  money: ['money'],
  date: ['date'],
  series: ['series'],
  list: ['list'],
};

/** The facts an id may name; inside a list its fields come first, as `item.<id>`. */
export function factsFor(to: RefTo, doc: PolicyDoc, listFields: readonly FactDef[] = []): readonly FactDef[] {
  const wanted = TYPES[to];
  const inList = listFields.map((field) => ({ ...field, id: `item.${field.id}` }));
  return [...inList, ...(doc.facts ?? [])].filter((fact) => !wanted || wanted.includes(fact.type));
}

/** A new part or node with everything it must have, as plain as possible; it is filled in afterwards. */
export function blank(kind: string, doc: PolicyDoc, listFields: readonly FactDef[] = []): Json {
  const shape = shapeOf(kind);
  if (!shape) return {};
  const made = fill(shape.fields, kind, doc, listFields);
  const node = shape.sort ? { k: kind, ...made } : made;
  return IDS_NEEDED.has(kind) ? { ...node, id: freshId(doc, kind) } : node;
}

function fill(fields: Fields, kind: string, doc: PolicyDoc, listFields: readonly FactDef[]): Json {
  const made: Record<string, unknown> = {};
  for (const [key, spec] of Object.entries(fields)) {
    const isName = key === 'label' && 'id' in fields && fields.id?.t === 'id' && !fields.id.optional;
    if (isName) made[key] = { 'zh-CN': '' };
    else if (!spec.optional) made[key] = first(spec, key, kind, doc, listFields);
  }
  // The bound of a row is optional by itself, but a new row is wanted with one.
  if (fields.ge?.t === 'bound') made.ge = '0';
  return made;
}

function first(spec: FieldSpec, key: string, kind: string, doc: PolicyDoc, listFields: readonly FactDef[]): unknown {
  switch (spec.t) {
    case 'num':
    case 'bound':
      return '0';
    case 'int':
      return Math.max(1, spec.min ?? 0);
    case 'text':
      return { 'zh-CN': '' };
    case 'id':
      return freshId(doc, kind);
    case 'day':
      return doc.inForce?.from ?? '';
    case 'flag':
      return false;
    case 'word':
      return key === 'unit' && kind === 'lit' ? 'CNY' : key === 'type' ? 'bool' : spec.of[0];
    case 'ref':
      return spec.also?.[0] ?? firstRef(spec.to, doc, listFields);
    case 'refs':
    case 'cites':
    case 'parts':
    case 'texts':
      return [];
    case 'values':
      return ['true'];
    case 'node':
      return blank(plainest(spec.sort, doc), doc, listFields);
    case 'nodes':
      return spec.sort === 'route' ? [] : [blank(plainest(spec.sort, doc), doc, listFields)];
    case 'group':
      return fill(spec.fields, kind, doc, listFields);
    case 'rows':
      return [fill(spec.fields, kind, doc, listFields)];
    case 'ifMissing':
      return 'ask';
    case 'audience':
      return doc.tiers?.[0]?.id ?? blank('all', doc);
    case 'whenZero':
      return 'unknown';
    case 'shares':
      return {};
    default:
      return '';
  }
}

/** A new row for a list of rows. */
export const blankRow = (fields: Fields, kind: string, doc: PolicyDoc, listFields: readonly FactDef[] = []): Json =>
  fill(fields, kind, doc, listFields);

const plainest = (sort: string, doc: PolicyDoc): string => {
  if (sort === 'expr') return 'lit';
  if (sort === 'score') return 'sum';
  if (sort === 'route') return 'direct';
  return doc.facts?.some((fact) => fact.type === 'bool') ? 'in' : 'judgement';
};

function firstRef(to: RefTo, doc: PolicyDoc, listFields: readonly FactDef[]): string {
  if (to === 'param') return doc.params?.[0]?.id ?? '';
  if (to === 'tier') return doc.tiers?.[0]?.id ?? '';
  if (to === 'award') return doc.awards?.[0]?.id ?? '';
  if (to === 'indicator' || to === 'rank' || to === 'any') return '';
  const facts = factsFor(to, doc, listFields);
  return (facts.find((fact) => fact.type === 'bool') ?? facts[0])?.id ?? '';
}

/** Every id a document uses. */
export function idsIn(part: unknown, into = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(part)) for (const each of part) idsIn(each, into);
  else if (isJson(part)) {
    if (typeof part.id === 'string') into.add(part.id);
    for (const [key, value] of Object.entries(part)) if (key !== 'cite') idsIn(value, into);
  }
  return into;
}

const STEM: Readonly<Record<string, string>> = { factDef: 'fact', paramDef: 'param' };

/** An id nothing in the document has yet: `gate-3`. */
export function freshId(doc: unknown, kind: string): string {
  const taken = idsIn(doc);
  const stem = STEM[kind] ?? kind;
  for (let n = 1; ; n++) if (!taken.has(`${stem}-${n}`)) return `${stem}-${n}`;
}

/** A copy of a part in which every id is new. */
export function copyOf(part: unknown, doc: unknown): unknown {
  const taken = new Set(idsIn(doc));
  const renamed = (id: string): string => {
    for (let n = 2; ; n++) {
      const next = `${id}-${n}`;
      if (taken.has(next)) continue;
      taken.add(next);
      return next;
    }
  };
  const copy = (x: unknown): unknown => {
    if (Array.isArray(x)) return x.map(copy);
    if (!isJson(x)) return x;
    return Object.fromEntries(
      Object.entries(x).map(([key, value]) => [
        key,
        key === 'id' && typeof value === 'string' && ('label' in x || 'k' in x || 'when' in x)
          ? renamed(value)
          : copy(value),
      ]),
    );
  };
  return copy(part);
}

/** A node of another kind in the place of one: what both have in the same form is kept. */
export function replaced(old: unknown, kind: string, doc: PolicyDoc, listFields: readonly FactDef[] = []): Json {
  const made = blank(kind, doc, listFields);
  const [was, is] = [shapeOf(kindOf(old))?.fields ?? {}, shapeOf(kind)?.fields ?? {}];
  if (!isJson(old)) return made;
  const kept = Object.keys(is).filter((key) => {
    const [a, b] = [was[key], is[key]];
    return old[key] !== undefined && a && b && JSON.stringify(a) === JSON.stringify(b);
  });
  return { ...made, ...Object.fromEntries(kept.map((key) => [key, old[key]])) };
}

/** A node of another kind around one; undefined where the kind has no place for it. */
export function wrapped(
  old: unknown,
  kind: string,
  doc: PolicyDoc,
  listFields: readonly FactDef[] = [],
): Json | undefined {
  const own = shapeOf(kindOf(old))?.sort;
  const made = blank(kind, doc, listFields);
  for (const [key, spec] of Object.entries(shapeOf(kind)?.fields ?? {})) {
    if (spec.t !== 'node' && spec.t !== 'nodes') continue;
    if (own === undefined || !kindsFor(spec.sort).some((each) => each === kindOf(old))) continue;
    return { ...made, [key]: spec.t === 'node' ? old : [old] };
  }
  return undefined;
}
