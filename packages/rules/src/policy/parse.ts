import type { Diagnostic } from './diagnostic.ts';
import type { Id, PolicyDoc } from './document.ts';
import { mend } from './mend.ts';
import { diagnosticsOf } from './parse-issues.ts';
import { policyShape } from './parse-schema.ts';
import { problem } from './problem.ts';
import { isRecord } from './read-value.ts';
import { resolvePolicy } from './resolve-policy.ts';

export type ParsedPolicy =
  | { readonly ok: true; readonly doc: PolicyDoc }
  | { readonly ok: false; readonly errors: readonly Diagnostic[] };

/** No clause needs more; deeper nesting only serves to exhaust the stack. */
const MAX_DEPTH = 100;

/**
 * Reads one policy document (政策文件) from JSON. Either a document every other part of this package can rely on, or all
 * of its errors at once, each with the path into the JSON, the nearest id, and how to put it right. Never throws.
 *
 * @example parsePolicy({ schema: 1 }).ok // false
 */
export function parsePolicy(json: unknown): ParsedPolicy {
  const deep = tooDeep(json, MAX_DEPTH, []);
  if (deep)
    return { ok: false, errors: [problem('too-deep', deep.join('.'), { max: String(MAX_DEPTH) }, 'split-deep')] };
  const read = policyShape.safeParse(json);
  const shape = read.success ? [] : diagnosticsOf(read.error.issues, json);
  const doc = read.success ? read.data : mend(json, shape);
  const errors = [...shape, ...(doc ? resolvePolicy(doc) : [])];
  if (read.success && errors.length === 0) return { ok: true, doc: read.data };
  return { ok: false, errors: errors.map((error) => withNode(error, json)) };
}

/** The path of the first value nested deeper than allowed. */
function tooDeep(value: unknown, left: number, path: readonly string[]): readonly string[] | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (left === 0) return path;
  for (const [key, inner] of Object.entries(value)) {
    const deep = tooDeep(inner, left - 1, [...path, key]);
    if (deep) return deep;
  }
  return undefined;
}

/** Adds the id of the innermost named thing around the path. */
function withNode(error: Diagnostic, json: unknown): Diagnostic {
  let node: Id | undefined;
  let here = json;
  for (const key of [...error.path.split('.'), '']) {
    if (isRecord(here) && typeof here.id === 'string') node = here.id;
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) break;
    here = (here as Readonly<Record<string, unknown>>)[key];
  }
  return node === undefined ? error : { ...error, node };
}
