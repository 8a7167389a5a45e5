import type { Truth } from './decision.ts';

/** Strong Kleene logic over yes, no and undetermined. */
export const not = (a: Truth): Truth => (a === 'yes' ? 'no' : a === 'no' ? 'yes' : a);
export const and = (all: readonly Truth[]): Truth =>
  all.includes('no') ? 'no' : all.includes('undetermined') ? 'undetermined' : 'yes';
export const or = (all: readonly Truth[]): Truth =>
  all.includes('yes') ? 'yes' : all.includes('undetermined') ? 'undetermined' : 'no';

/** At least n of them hold. */
export function atLeast(n: number, all: readonly Truth[]): Truth {
  const sure = all.filter((t) => t === 'yes').length;
  if (sure >= n) return 'yes';
  return sure + all.filter((t) => t === 'undetermined').length >= n ? 'undetermined' : 'no';
}
