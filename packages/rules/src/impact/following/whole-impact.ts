import { type ColumnStore, columnStore, type FirmList } from '../../evaluate/columns/column-store.ts';
import type { Dates } from '../../policy/facts.ts';
import type { Impact } from '../impact-report.ts';
import { type Population, type Side, startImpact } from '../start-impact.ts';
import { tierWord } from '../sweep/tier-moves.ts';
import { completeFirms } from './complete-firms.ts';
import { followedFirms, type Rows } from './followed-firms.ts';
import { type Judged, picked, whoseTierMoves } from './moved-firms.ts';
import { resultsBy } from './results-by.ts';
import type { Programs, TextOnTrial } from './text-on-trial.ts';
import { withFollowing } from './with-following.ts';

/** A trial of one text with all that follows from it. */
export interface WholeTrial {
  /** `told` is the same firms with what following policies ask, where the batch itself does not say it. */
  add(batch: Population | (Population & ColumnStore), told?: FirmList): void;
  report(): Impact;
}

/** What a whole trial compares, and where it goes on from there. */
export interface WholeSides {
  readonly before: TextOnTrial;
  readonly after: TextOnTrial;
  /** Policies that take facts from the result of the one on trial, e.g. the pools that pay by the rung of the ladder. */
  readonly following: readonly TextOnTrial[];
  readonly dates: Dates;
  /** Most winners and most losers given by name. */
  readonly mostMovers?: number;
}

const MOST_MOVERS = 500;
/** Of firms whose money follows more are kept, so that each mover of the policy itself is among them. */
const MOST_FOLLOWING = 20_000;

/**
 * Starts the trial of a change (政策变动试算) and, beside it, of what follows in every policy that goes by its result
 * (随之变化的政策). For those only the firms are looked at whose tiers move: to all others they say what they said before.
 *
 * @example startWholeImpact({ before, after, following: [pools], dates }, programs).report().pools
 */
export function startWholeImpact(sides: WholeSides, programs: Programs): WholeTrial {
  const { before, after, following, dates, mostMovers = MOST_MOVERS } = sides;
  const judging = { dates, programs };
  const [was, is]: readonly [Side, Side] = [
    { doc: before.doc, dates },
    { doc: after.doc, dates },
  ];
  const own = startImpact(was, is, {
    mostMovers,
    programOf: (side) => (side === was ? programs.remembered(side) : programs.programOf(side)),
  });
  const others = following.map((text) => {
    const side = { doc: text.doc, dates };
    const programOf = (of: Side) => programs.programOf(of);
    return { text, trial: startImpact(side, side, { programOf, mostMovers: MOST_FOLLOWING, mostNearMisses: 0 }) };
  });
  return {
    add: (given, told = given) => {
      const both = own.add(inColumns(completeFirms(given, [before, after], judging)));
      if (others.length === 0) return;
      const [from, to] = [
        { doc: before.doc, results: both.before },
        { doc: after.doc, results: both.after },
      ];
      const firms = whoseTierMoves(from, to);
      const moved = picked({ ...given, facts: (i) => told.facts(i) }, firms);
      const [first, then] = [from, to].map((side) => rowsOf(side, firms)) as [Rows, Rows];
      for (const { text, trial } of others) {
        const seen = followedFirms(text, moved, judging);
        trial.add({ ...moved, ...seen(from.doc, first) }, seen(to.doc, then));
      }
    },
    report: () =>
      withFollowing(
        own.report(),
        others.map(({ trial }) => trial.report()),
      ),
  };
}

function rowsOf({ doc, results }: Judged, firms: readonly number[]): Rows {
  const resultOf = resultsBy(doc);
  return {
    size: firms.length,
    firmOf: (row) => row,
    resultOf: (row) => resultOf(tierWord(results.tiers, firms[row] ?? -1)),
  };
}

const inColumns = (batch: Population | (Population & ColumnStore)): Population & ColumnStore =>
  'columns' in batch ? batch : { ...batch, ...columnStore(batch) };
