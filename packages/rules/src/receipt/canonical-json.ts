/**
 * One text for one value, whatever the order of its keys (RFC 8785): keys sorted by UTF-16 code units, no spaces, numbers
 * and strings as ECMAScript writes them. Members that are undefined are left out, as if never set.
 * Throws TypeError on what JSON cannot hold: undefined elsewhere, functions, bigint, NaN, infinities, instances of classes.
 *
 * @example canonicalJson({ b: 1, a: ['x', null] }) // '{"a":["x",null],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`no JSON number: ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (isPlain(value)) return writeObject(value);
  throw new TypeError(`no JSON value: ${typeof value}`);
}

function writeObject(value: Readonly<Record<string, unknown>>): string {
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${members.join(',')}}`;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // A plain object of another realm (a test runner's, a worker's) has another Object.prototype, itself without a parent.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
