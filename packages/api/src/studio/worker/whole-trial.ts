import {
  asOf,
  type ColumnStore,
  columnStore,
  compileColumns,
  type Dates,
  type Impact,
  type PolicyDoc,
  type Population,
  startImpact,
} from '@tidu/rules';
import { columnsCodegen } from '@tidu/rules/columns-codegen';
import { completed, type TextOnTrial } from './completed.ts';
import { picked, whoseTierMoves } from './moved-firms.ts';
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
const target = columnsCodegen;

/**
 * Starts the trial of a change and, beside it, of what follows in every policy that goes by its result. For those only the
 * firms are looked at whose tiers move: to all others they say what they said before.
 */
export function startWhole({ before, after, following, dates }: Sides): WholeTrial {
  const [was, is] = [
    { doc: before.doc, dates },
    { doc: after.doc, dates },
  ];
  const own = startImpact(was, is, { target, mostMovers: MOST_MOVERS });
  const tiers = [was, is].map(({ doc }) => compileColumns(doc, dates, { target }));
  const others = following.map((text) => {
    const side = { doc: text.doc, dates };
    const options = { target, mostMovers: MOST_FOLLOWING, mostNearMisses: 0 };
    return { text, trial: startImpact(side, side, options) };
  });
  return {
    add: (given) => {
      const batch = inColumns(completed(given, [before, after], dates));
      own.add(batch);
      if (others.length === 0) return;
      const [from, to] = tiers.map((program) => ({ doc: program.doc, results: program.run(batch) }));
      const moved = from && to ? picked(given, whoseTierMoves(from, to)) : given;
      for (const { text, trial } of others) {
        const seen = (source: PolicyDoc): Population => completed(moved, [goingBy(text, source, dates)], dates);
        trial.add(seen(before.doc), seen(after.doc));
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

/** The same policy, with this text as the version its facts are taken from. */
function goingBy(text: TextOnTrial, source: PolicyDoc, dates: Dates): TextOnTrial {
  const inForce: PolicyDoc = { ...source, status: 'published', inForce: { from: asOf(source, dates) } };
  return { ...text, docs: [...text.docs.filter(({ id }) => id !== source.id), inForce] };
}
