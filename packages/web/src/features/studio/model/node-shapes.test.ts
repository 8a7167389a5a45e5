import { parsePolicy } from '@tidu/rules/parse';
import { describe, expect, it } from 'vitest';
import { blank, replaced, wrapped } from './blank.ts';
import type { FieldSpec, Fields } from './field-spec.ts';
import { applyOps, setOps, valueAt } from './json-path.ts';
import { SHIPPED } from './sample-policies.ts';
import { isJson, type Json, KINDS, kindOf, kindsFor, NODE_KINDS, shapeOf } from './shape-of.ts';
import { walkFields } from './walk-fields.ts';

/** The document written anew from what the editor has fields for, and from nothing else. */
function rewrite(kind: string, object: Json): Json {
  const fields = shapeOf(kind)?.fields;
  if (!fields) throw new Error(`no editor for ${kind}`);
  return { ...(shapeOf(kind)?.sort ? { k: kind } : {}), ...rewriteFields(fields, object) };
}

function rewriteFields(fields: Fields, object: Json): Json {
  const made: Record<string, unknown> = {};
  for (const [key, spec] of Object.entries(fields))
    if (object[key] !== undefined) made[key] = rewriteValue(spec, object[key]);
  return made;
}

function rewriteValue(spec: FieldSpec, value: unknown): unknown {
  const list = value as readonly Json[];
  switch (spec.t) {
    case 'node':
      return rewrite(kindOf(value), value as Json);
    case 'audience':
      return isJson(value) ? rewrite(kindOf(value), value) : value;
    case 'nodes':
      return list.map((x) => rewrite(kindOf(x), x));
    case 'parts':
      return list.map((x) => rewrite(spec.kind, x));
    case 'group':
      return rewriteFields(spec.fields, value as Json);
    case 'rows':
      return list.map((x) => rewriteFields(spec.fields, x));
    default:
      return value;
  }
}

describe('editors of the kinds of a policy', () => {
  it.each(SHIPPED)('$id $inForce.from comes out of its fields as it went in', (doc) => {
    expect(rewrite('policy', doc as unknown as Json)).toEqual(doc);
  });

  it.each(SHIPPED)('$id $inForce.from stays the same text when every field is set to what it says', (doc) => {
    const json = doc as unknown as Json;
    let leaves = 0;
    walkFields(json, ({ path, value }) => {
      leaves++;
      if (path.includes('share.')) return;
      const same = applyOps(json, setOps(json, path, value));
      if (JSON.stringify(same) !== JSON.stringify(json)) throw new Error(path);
    });
    expect(leaves).toBeGreaterThan(200);
  });

  it.each(KINDS)('a new %s has every key it must have, and only keys it may have', (kind) => {
    const [doc] = SHIPPED;
    if (!doc) throw new Error('no policy');
    const made = blank(kind, doc);
    const fields = shapeOf(kind)?.fields ?? {};
    const must = Object.keys(fields).filter((key) => !fields[key]?.optional);
    expect(Object.keys(made)).toEqual(expect.arrayContaining(must));
    expect(Object.keys(fields)).toEqual(expect.arrayContaining(Object.keys(made).filter((key) => key !== 'k')));
  });

  it.each(NODE_KINDS.filter((kind) => shapeOf(kind)?.sort === 'pred'))(
    'the language reads a new %s as a condition of its own shape',
    (kind) => {
      const [doc] = SHIPPED;
      if (!doc) throw new Error('no policy');
      const json = doc as unknown as Json;
      const read = parsePolicy(applyOps(json, setOps(json, 'tiers.0.gates.0.when', blank(kind, doc))));
      const shapes = read.ok ? [] : read.errors.filter(({ code }) => SHAPE_PROBLEMS.has(code));
      expect(shapes).toEqual([]);
    },
  );

  it.each([...kindsFor('expr')])('the language reads a new %s as a value of its own shape', (kind) => {
    const [doc] = SHIPPED;
    if (!doc) throw new Error('no policy');
    const json = doc as unknown as Json;
    const when = { k: 'cmp', op: 'ge', a: blank(kind, doc), b: blank('lit', doc) };
    const read = parsePolicy(applyOps(json, setOps(json, 'tiers.0.gates.0.when', when)));
    const shapes = read.ok ? [] : read.errors.filter(({ code }) => SHAPE_PROBLEMS.has(code));
    expect(shapes).toEqual([]);
  });

  it('keeps what fits when the kind changes, and puts a condition inside another', () => {
    const [doc] = SHIPPED;
    if (!doc) throw new Error('no policy');
    const old = valueAt(doc, 'tiers.0.gates.0.when');
    expect(wrapped(old, 'not', doc)).toMatchObject({ k: 'not', of: old });
    expect(wrapped(old, 'all', doc)).toMatchObject({ k: 'all', of: [old] });
    expect(wrapped(old, 'in', doc)).toBeUndefined();
    const sum = { k: 'add', of: [{ k: 'lit', value: '1', unit: 'none' }] };
    expect(replaced(sum, 'max', doc)).toEqual({ ...sum, k: 'max' });
  });
});

/** What a document says when a key is missing, unknown or of the wrong type. */
const SHAPE_PROBLEMS = new Set(['missing', 'unknown-key', 'unknown-kind', 'unknown-word', 'wrong-type', 'too-small']);
