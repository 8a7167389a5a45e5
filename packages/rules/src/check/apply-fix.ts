import type { PolicyDoc } from '../policy/document.ts';
import type { Fix, PatchOp } from './finding.ts';

type Json = Readonly<Record<string, unknown>> | readonly unknown[];

/**
 * The document with a fix carried out; the one given stays as it is. A fix without `patch` changes nothing. Throws
 * RangeError where the document has changed since, so that a place no longer exists.
 *
 * @example applyFix(doc, { msg: { key: 'check.fix.remove-fact', args: {} } }) === doc
 */
export const applyFix = (doc: PolicyDoc, fix: Fix): PolicyDoc =>
  (fix.patch ?? []).reduce<PolicyDoc>((now, op) => at(now, op.path.split('.'), op) as PolicyDoc, doc);

function at(here: unknown, keys: readonly string[], op: PatchOp): unknown {
  const [key = '', ...rest] = keys;
  if (typeof here !== 'object' || here === null) throw new RangeError(`no place ${op.path}`);
  if (rest.length === 0) return change(here as Json, key, op);
  if (!Object.hasOwn(here, key)) throw new RangeError(`no place ${op.path}`);
  const inner = at((here as Readonly<Record<string, unknown>>)[key], rest, op);
  if (!Array.isArray(here)) return { ...here, [key]: inner };
  return here.map((x: unknown, i) => (String(i) === key ? inner : x));
}

function change(here: Json, key: string, op: PatchOp): unknown {
  if (op.op !== 'add' && !Object.hasOwn(here, key)) throw new RangeError(`no place ${op.path}`);
  if (Array.isArray(here)) {
    const list = [...here];
    list.splice(Number(key), op.op === 'add' ? 0 : 1, ...(op.op === 'remove' ? [] : [op.value]));
    return list;
  }
  if (op.op !== 'remove') return { ...here, [key]: op.value };
  const { [key]: _, ...others } = here as Readonly<Record<string, unknown>>;
  return others;
}
