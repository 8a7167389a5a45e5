import {
  asOf,
  bestOfFirm,
  type ColumnStore,
  columnStore,
  type Dates,
  type Impact,
  type PolicyDoc,
  type Population,
  startImpact,
} from '@tidu/rules';
import { completed, type Held, type TextOnTrial } from './completed.ts';
import { programOf, rememberedProgram } from './kept-programs.ts';
import { type Judged, picked, whoseTierMoves } from './moved-firms.ts';
import { withFollowing } from './with-following.ts';

/** A trial of one text with all that follows from it. */
export interface WholeTrial {
  add(batch: Population): void;
  report(): Impact;
}

interface Sides {
  readonly before: TextOnTrial;
  readonly after: TextOnTrial;
  /** Policies that take facts from the result of the one on trial, e.g. the pools that pay by the rung of the ladder. */
  readonly following: readonly TextOnTrial[];
  readonly dates: Dates;
}

const MOST_MOVERS = 500;
/** Of firms whose money follows more are kept, so that each mover of the policy itself is among them. */
const MOST_FOLLOWING = 20_000;

/**
 * Starts the trial of a change and, beside it, of what follows in every policy that goes by its result. For those only the
 * firms are looked at whose tiers move: to all others they say what they said before.
 */
export function startWhole({ before, after, following, dates }: Sides): WholeTrial {
  const [was, is] = [
    { doc: before.doc, dates },
    { doc: after.doc, dates },
  ];
  const own = startImpact(was, is, {
    mostMovers: MOST_MOVERS,
    programOf: (side) => (side === was ? rememberedProgram(side) : programOf(side)),
  });
  const others = following.map((text) => {
    const side = { doc: text.doc, dates };
    return { text, trial: startImpact(side, side, { programOf, mostMovers: MOST_FOLLOWING, mostNearMisses: 0 }) };
  });
  return {
    add: (given) => {
      const both = own.add(inColumns(completed(given, [before, after], dates)));
      if (others.length === 0) return;
      const [from, to] = [
        { doc: before.doc, results: both.before },
        { doc: after.doc, results: both.after },
      ];
      const firms = whoseTierMoves(from, to);
      const moved = picked(given, firms);
      for (const { text, trial } of others) {
        const seen = ({ doc, results }: Judged): Population => {
          const source = inForceOn(doc, dates);
          const held: Held = (of, i) => (of === source ? bestOfFirm(doc, results, firms[i] ?? -1) : undefined);
          return completed(moved, [goingBy(text, source)], dates, held);
        };
        trial.add(seen(from), seen(to));
      }
    },
    report: () =>
      withFollowing(
        own.report(),
        others.map(({ trial }) => trial.report()),
      ),
  };
}

const inColumns = (batch: Population | (Population & ColumnStore)): Population & ColumnStore =>
  'columns' in batch ? batch : { ...batch, ...columnStore(batch) };

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
