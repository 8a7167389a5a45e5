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

/**
 * Index of every element of a list by a key that survives moving: its id, the day a value starts, the word itself, or
 * its shape without figures; elements alike are numbered in order (`…#1`).
 */
export function keyedElements(list: readonly unknown[]): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  const keyed = new Map<string, number>();
  list.forEach((element, i) => {
    const name = nameOf(element);
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    keyed.set(nth === 0 ? name : `${name}#${nth}`, i);
  });
  return keyed;
}
