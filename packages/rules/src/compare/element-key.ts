/** What does not tell one element of a list from another: its figures, words and sources. */
const NOT_SHAPE = new Set(
  'value ge gt out full otherwise n pct ratio budget cap at minGrant quota years last withinYears step label cite question evidence why'.split(
    ' ',
  ),
);

/** The shape of a node: everything but figures, words and sources. */
function shapeOf(x: unknown): unknown {
  if (Array.isArray(x)) return x.map(shapeOf);
  if (typeof x !== 'object' || x === null) return x;
  return Object.fromEntries(
    Object.entries(x)
      .filter(([key]) => !NOT_SHAPE.has(key))
      .map(([key, value]) => [key, shapeOf(value)]),
  );
}

const nameOf = (x: unknown): string => {
  if (typeof x !== 'object' || x === null) return String(x);
  if ('id' in x && typeof x.id === 'string') return x.id;
  if ('from' in x && 'value' in x) return String(x.from);
  return JSON.stringify(shapeOf(x));
};

/** Index of every element of a list by its key. */
export type Keyed = ReadonlyMap<string, number>;

/**
 * Index of every element of two lists by a key that survives moving: its id, the day a value starts, the word itself, or
 * its shape without figures. Of elements alike those that are wholly the same in both lists belong together, in order; the
 * rest are matched one after the other (`…#1`). So a row put into a table is one row more and not a change of all below it.
 */
export function keyedPair(a: readonly unknown[], b: readonly unknown[]): readonly [Keyed, Keyed] {
  const [was, is] = [byName(a), byName(b)];
  const [left, right] = [new Map<string, number>(), new Map<string, number>()];
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    let nth = 0;
    const put = (i: number | undefined, j: number | undefined): void => {
      const key = nth === 0 ? name : `${name}#${nth}`;
      nth++;
      if (i !== undefined) left.set(key, i);
      if (j !== undefined) right.set(key, j);
    };
    matched(a, b, was.get(name) ?? [], is.get(name) ?? [], put);
  }
  return [inOrder(left), inOrder(right)];
}

function byName(list: readonly unknown[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  list.forEach((element, i) => {
    const name = nameOf(element);
    found.set(name, [...(found.get(name) ?? []), i]);
  });
  return found;
}

const inOrder = (keyed: Map<string, number>): Keyed => new Map([...keyed].sort((x, y) => x[1] - y[1]));
const figuresOf = (x: unknown): string => JSON.stringify(x);

/** Pairs elements alike: the same where a later one is, in between one after the other. */
function matched(
  a: readonly unknown[],
  b: readonly unknown[],
  was: readonly number[],
  is: readonly number[],
  put: (i: number | undefined, j: number | undefined) => void,
): void {
  let [i, j] = [0, 0];
  const flush = (untilI: number, untilJ: number): void => {
    for (; i < untilI || j < untilJ; i += Number(i < untilI), j += Number(j < untilJ))
      put(i < untilI ? was[i] : undefined, j < untilJ ? is[j] : undefined);
  };
  for (let k = 0; k < was.length; k++) {
    const same = is.findIndex((at, n) => n >= j && figuresOf(b[at]) === figuresOf(a[was[k] as number]));
    if (same < 0) continue;
    flush(k, same);
    flush(k + 1, same + 1);
  }
  flush(was.length, is.length);
}
