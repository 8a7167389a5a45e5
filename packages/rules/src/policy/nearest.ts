import type { Args, FixKey } from './problem.ts';

/** The known word closest to a mistyped one, if at most a third of its letters differ, else one that it is the start of. */
function nearest(word: string, known: readonly string[]): string | undefined {
  if (word.length > 60) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const each of known) {
    const d = distance(word.toLowerCase(), each.toLowerCase());
    if (d < least) [best, least] = [each, d];
  }
  return (
    best ?? (word.length < 3 ? undefined : known.find((each) => each.toLowerCase().startsWith(word.toLowerCase())))
  );
}

/** Edit distance where a swap of neighbours counts once (optimal string alignment). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, (before[j - 2] ?? 0) + 1);
      row.push(d);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

/** The fix for a word that is not known: the one that was meant, else the choice of all. */
export function suggest(word: string, known: readonly string[]): readonly [FixKey, Args] {
  const meant = nearest(word, known);
  if (meant !== undefined) return ['did-you-mean', { suggestion: meant }];
  return known.length === 0 ? ['define-it', {}] : ['use-one-of', { known: listed(known) }];
}

/** Words as one text, cut where the list is long. */
export const listed = (words: readonly string[]): string =>
  words.length <= 40 ? words.join(', ') : `${words.slice(0, 40).join(', ')}, …`;
