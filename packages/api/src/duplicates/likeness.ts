/** Words that say nothing about which project it is. */
const EMPTY = /[\s\p{P}\p{S}]|项目|工程|课题|专项|申报|关于|之/gu;

const normalised = (name: string): string => name.normalize('NFKC').toLowerCase().replace(EMPTY, '');

function trigrams(text: string): ReadonlySet<string> {
  const characters = [...`  ${text} `];
  return new Set(characters.slice(2).map((_, i) => characters.slice(i, i + 3).join('')));
}

/** How alike two names are, 0 to 1: the same after what is empty is left out is 1, else shared parts of three characters. */
export function likeness(one: string, other: string): number {
  const [a, b] = [normalised(one), normalised(other)];
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const [left, right] = [trigrams(a), trigrams(b)];
  const shared = [...left].filter((part) => right.has(part)).length;
  return (2 * shared) / (left.size + right.size);
}

interface Item {
  readonly name: string;
  readonly amount?: string | undefined;
}

/** The part of the shorter list of cost items that is in the other as well: the same name at the same amount. */
export function costOverlap(one: readonly Item[], other: readonly Item[]): number {
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  if (few.length === 0) return 0;
  const isSame = (a: Item, b: Item) =>
    likeness(a.name, b.name) >= ALIKE && (a.amount === undefined || b.amount === undefined || a.amount === b.amount);
  return few.filter((item) => many.some((each) => isSame(item, each))).length / few.length;
}

/** From here on a name counts as similar. */
export const ALIKE = 0.6;
