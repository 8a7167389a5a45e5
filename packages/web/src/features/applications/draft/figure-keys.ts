import type { ApplicationDraft, DraftContent } from '@tidu/api/applications/drafts/contract';
import type { FactState } from '@tidu/rules';
import { seriesOf } from '../../self-check/model/founding.ts';

/** The figures of an answer, each of which may be proven: the latest year first, or the fact itself. */
export function figureKeys(id: string, state: FactState | undefined): readonly string[] {
  if (state === undefined || !('known' in state)) return [];
  if (typeof state.known !== 'object' || Array.isArray(state.known)) return [id];
  return Object.entries(seriesOf(state))
    .filter(([, figure]) => figure !== null && figure !== 'notApplicable')
    .map(([year]) => `${id}@${year}`)
    .toSorted()
    .toReversed();
}

/**
 * The files behind a figure: those put there in the draft, else those on file, as long as the figure is the one on file.
 * The server sees it in the same way.
 */
export function proofsOf(
  key: string,
  content: DraftContent,
  { facts, sources }: ApplicationDraft['profile'],
): readonly string[] {
  const put = content.evidence[key];
  if (put) return put;
  const [id = '', year] = key.split('@');
  const own = content.facts[id];
  const isOnFile = own === undefined || figureIn(own, year) === figureIn(facts[id], year);
  return isOnFile ? (sources[key]?.evidence ?? []) : [];
}

const figureIn = (state: unknown, year: string | undefined): string => {
  const known = (state as { readonly known?: unknown } | undefined)?.known;
  return JSON.stringify(year === undefined ? known : (known as Record<string, unknown> | undefined)?.[year]);
};
