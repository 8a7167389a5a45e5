import type { PartKind } from './field-spec.ts';
import { join } from './json-path.ts';
import { isJson, type Json, kindOf, shapeOf } from './shape-of.ts';

/** One line of the structure: a shaped object, or a list of them. */
export interface OutlineItem {
  readonly path: string;
  readonly kind: string;
  readonly object: Json;
}

/** The lists a policy is made of, in the order in which people read it. */
export const SECTIONS: readonly { readonly key: string; readonly kind: PartKind }[] = [
  { key: 'tiers', kind: 'tier' },
  { key: 'awards', kind: 'award' },
  { key: 'stacks', kind: 'stack' },
  { key: 'pools', kind: 'pool' },
  { key: 'params', kind: 'paramDef' },
  { key: 'facts', kind: 'factDef' },
  { key: 'untranslatable', kind: 'untranslatable' },
  { key: 'fairness', kind: 'fairness' },
];

/** What lies directly below an object: its parts and nodes, those in rows too. */
export function outlineBelow({ kind, object, path }: OutlineItem): readonly OutlineItem[] {
  const items: OutlineItem[] = [];
  const add = (at: string, of: string, value: unknown): void => {
    if (isJson(value) && shapeOf(of)) items.push({ path: at, kind: of, object: value });
  };
  const look = (fields: NonNullable<ReturnType<typeof shapeOf>>['fields'], holder: Json, at: string): void => {
    for (const [key, spec] of Object.entries(fields)) {
      const value = holder[key];
      const here = join(at, key);
      if (spec.t === 'node' || spec.t === 'audience') add(here, kindOf(value), value);
      if (spec.t === 'group' && isJson(value)) look(spec.fields, value, here);
      if (!Array.isArray(value)) continue;
      if (spec.t === 'nodes') for (const [i, x] of value.entries()) add(join(here, i), kindOf(x), x);
      if (spec.t === 'parts') for (const [i, x] of value.entries()) add(join(here, i), spec.kind, x);
      if (spec.t === 'rows') for (const [i, x] of value.entries()) if (isJson(x)) look(spec.fields, x, join(here, i));
    }
  };
  const fields = shapeOf(kind)?.fields;
  if (fields) look(fields, object, path);
  return items;
}

/** The innermost shaped object a path leads into, and those around it, outermost first; for a list its parts' kind. */
export function trailTo(doc: Json, path: string): readonly OutlineItem[] {
  const trail: OutlineItem[] = [{ path: '', kind: 'policy', object: doc }];
  for (;;) {
    const last = trail.at(-1);
    const next = last && outlineBelow(last).find((item) => path === item.path || path.startsWith(`${item.path}.`));
    if (!next) return trail;
    trail.push(next);
  }
}
