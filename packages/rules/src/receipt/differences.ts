import { canonicalJson } from './canonical-json.ts';

/** One place where two values differ; the values as canonical JSON, absent where one side has nothing there. */
export interface Difference {
  readonly path: string;
  readonly was?: string;
  readonly now?: string;
}

/** Every leaf where two JSON values differ, in the order of their keys. Undefined members count as not there. */
export function differences(was: unknown, now: unknown, path = ''): readonly Difference[] {
  const a = membersOf(was);
  const b = membersOf(now);
  if (a && b && Array.isArray(was) === Array.isArray(now)) {
    const keys = [...new Set([...a.keys(), ...b.keys()])];
    return keys.flatMap((key) => differences(a.get(key), b.get(key), path === '' ? key : `${path}.${key}`));
  }
  const x = was === undefined ? undefined : canonicalJson(was);
  const y = now === undefined ? undefined : canonicalJson(now);
  return x === y ? [] : [{ path, ...(x !== undefined && { was: x }), ...(y !== undefined && { now: y }) }];
}

function membersOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
}
