import type { Standing } from './standing.ts';
import { aboveOf } from './standing.ts';

/** The result in one sentence: which message, and the tiers it names. */
export type Summary =
  | { readonly kind: 'here'; readonly here: Standing; readonly above: Standing | undefined }
  | { readonly kind: 'hereOpen'; readonly here: Standing; readonly top: Standing; readonly open: number }
  | { readonly kind: 'open'; readonly top: Standing; readonly open: number }
  | { readonly kind: 'none'; readonly above: Standing | undefined };

export function summaryOf(standings: readonly Standing[]): Summary {
  const here = standings.find((s) => s.state === 'here');
  const possible = standings.filter((s) => s.state === 'possible');
  const top = possible.at(-1);
  const open = new Set(possible.flatMap((s) => s.result.needs)).size;
  if (here) return top ? { kind: 'hereOpen', here, top, open } : { kind: 'here', here, above: aboveOf(standings) };
  return top ? { kind: 'open', top, open } : { kind: 'none', above: aboveOf(standings) };
}
