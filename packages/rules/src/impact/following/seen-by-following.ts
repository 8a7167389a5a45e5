import type { FirmList } from '../../evaluate/columns/column-store.ts';
import { asOf } from '../../policy/dates-of.ts';
import type { PolicyDoc } from '../../policy/document.ts';
import type { Dates } from '../../policy/facts.ts';
import type { Picked } from '../../tiers/pick-best.ts';
import { completeFirms, type Judging } from './complete-firms.ts';
import type { TextOnTrial } from './text-on-trial.ts';

/** Firms as a policy sees them that goes by the result of another, where that result is known beforehand. */
export function seenByFollowing<T extends FirmList>(
  text: TextOnTrial,
  source: PolicyDoc,
  firms: T,
  resultOf: (firm: number) => Picked,
  judging: Judging,
): T | Omit<T, 'columns' | 'renewed'> {
  const taken = inForceOn(source, judging.dates);
  return completeFirms(firms, [goingBy(text, taken)], judging, (doc, i) => (doc === taken ? resultOf(i) : undefined));
}

/** The version that facts are taken from, whatever else its text says of its days. */
const inForceOn = (source: PolicyDoc, dates: Dates): PolicyDoc => ({
  ...source,
  status: 'published',
  inForce: { from: asOf(source, dates) },
});

const goingBy = (text: TextOnTrial, source: PolicyDoc): TextOnTrial => ({
  ...text,
  docs: [...text.docs.filter(({ id }) => id !== source.id), source],
});
