import type { ColumnBackend } from '../evaluate/columns/column-backend.ts';
import type { ColumnResults } from '../evaluate/columns/column-results.ts';
import { type ColumnStore, columnStore, type FirmList } from '../evaluate/columns/column-store.ts';
import { type ColumnProgram, compileColumns } from '../evaluate/columns/compile-columns.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Dates } from '../policy/facts.ts';
import type { BeforeAfter, Impact, Mover, NearMiss } from './impact-report.ts';
import { type MoneyPair, moneyDelta, moneyMove } from './money-move.ts';
import { shortOf, tiersAlone } from './near-misses.ts';
import { relaxed } from './relaxed.ts';
import { type Fare, SegmentTally } from './segment-tally.ts';
import { SideTally } from './side-tally.ts';
import { AT_UNDETERMINED, moveBetween, standingColumn, standingsOf } from './standings.ts';

/** Firms of a population, all of them or one batch. Segments are a column each: the segment of every firm by name. */
export interface Population extends FirmList {
  id(firm: number): string;
  readonly segments?: Readonly<Record<string, readonly string[]>>;
}

/** A version and the days it judges on. */
export interface Side {
  readonly doc: PolicyDoc;
  readonly dates: Dates;
}

export interface ImpactOptions {
  /** Vectors where absent; servers give `columnsCodegen`. */
  readonly target?: ColumnBackend;
  /** Most winners and most losers given by name. */
  readonly mostMovers?: number;
  /** Most near misses explained; 0 does not look for any. */
  readonly mostNearMisses?: number;
  /** Where programs come from, for who keeps them from one trial to the next; made anew where absent. */
  readonly programOf?: (side: Side) => ColumnProgram;
}

export interface BothResults {
  readonly before: ColumnResults;
  readonly after: ColumnResults;
}

/** A trial under way: batches go in, the report so far comes out. */
export interface ImpactTrial {
  /**
   * Firms already in columns are not read again. `then` is the same firms as the second version sees them, where some of
   * their facts follow from another policy that changes. Gives the results of both versions for the batch.
   */
  add(batch: Population | (Population & ColumnStore), then?: FirmList | ColumnStore): BothResults;
  report(): Impact;
}

/**
 * Starts a trial of a change on a population that comes in batches (政策变动试算): a million firms never need to be in memory
 * at once. Throws `ParamNotInForce` as evaluation does.
 */
export function startImpact(before: Side, after: Side, options: ImpactOptions = {}): ImpactTrial {
  return new Trial(before, after, options);
}

/**
 * What a change does to a whole population, in one call (试算).
 *
 * @example impact({ doc: v2018, dates }, { doc: v2020, dates }, population).matrix
 */
export function impact(before: Side, after: Side, population: Population, options: ImpactOptions = {}): Impact {
  const trial = startImpact(before, after, options);
  trial.add(population);
  return trial.report();
}

class Trial implements ImpactTrial {
  readonly #before: SideTally;
  readonly #after: SideTally;
  readonly #easier: ColumnProgram | undefined;
  readonly #tiersAlone: PolicyDoc;
  readonly #standings: readonly string[];
  readonly #matrix: number[][];
  readonly #movers = { 1: noMovers(), '-1': noMovers(), open: noMovers() };
  readonly #near = { count: 0, shown: [] as NearMiss[] };
  readonly #segments = new Map<string, SegmentTally>();
  readonly #mostMovers: number;
  readonly #mostNear: number;
  #firms = 0;

  constructor(before: Side, after: Side, { mostMovers = 1000, mostNearMisses = 50, ...options }: ImpactOptions) {
    const programOf = options.programOf ?? madeFor(options.target);
    this.#before = new SideTally(programOf(before));
    this.#after = new SideTally(programOf(after));
    const { dates } = after;
    this.#tiersAlone = tiersAlone(after.doc);
    this.#easier = mostNearMisses === 0 ? undefined : programOf({ doc: relaxed(after.doc, dates), dates });
    this.#standings = standingsOf(before.doc, after.doc);
    this.#matrix = this.#standings.map(() => this.#standings.map(() => 0));
    this.#mostMovers = mostMovers;
    this.#mostNear = mostNearMisses;
  }

  add(batch: Population | (Population & ColumnStore), then: FirmList | ColumnStore = batch): BothResults {
    const [before, after, easier] = [this.#before, this.#after, this.#easier];
    const store = inColumns(batch);
    const later = then === batch ? store : inColumns(then);
    const plans = [...after.program.plans, ...(easier?.plans ?? [])];
    // In one pass where both see the same firms.
    store.columns(later === store ? [...before.program.plans, ...plans] : before.program.plans);
    later.columns(plans);
    const [was, is] = [before.program.run(store), after.program.run(later)];
    before.add(was, store.facts);
    after.add(is, later.facts);
    const from = standingColumn(before.program.doc, was, this.#standings);
    const to = standingColumn(after.program.doc, is, this.#standings);
    const tallies = Object.entries(batch.segments ?? {}).map(([name, column]) => ({ of: this.#segment(name), column }));
    for (let i = 0; i < batch.size; i++) {
      const money = { before: was.total, after: is.total, firm: i };
      const fare = this.#judge(batch, [from[i] as number, to[i] as number], money);
      for (const { of, column } of tallies) of.add(column[i] ?? '', fare);
    }
    if (easier) this.#addNear(batch, to, standingColumn(easier.doc, easier.run(later), this.#standings), later);
    this.#firms += batch.size;
    return { before: was, after: is };
  }

  #judge(batch: Population, [from, to]: readonly [number, number], money: MoneyPair): Fare {
    (this.#matrix[from] as number[])[to] = (this.#matrix[from]?.[to] ?? 0) + 1;
    // Who keeps the tier wins or loses by the money.
    const move = moveBetween(from, to) || (from === to ? moneyMove(money) : undefined);
    if (move !== 0) this.#note(move ?? 'open', batch.id(money.firm), from, to, money);
    return { move, holdsBefore: from > AT_UNDETERMINED, holdsAfter: to > AT_UNDETERMINED, money };
  }

  #note(move: 1 | -1 | 'open', id: string, from: number, to: number, money: MoneyPair): void {
    const movers = this.#movers[move];
    movers.count++;
    if (movers.shown.length >= this.#mostMovers) return;
    const delta = moneyDelta(money);
    const settled = delta === undefined ? {} : { delta };
    movers.shown.push({ id, from: this.#standings[from] ?? '', to: this.#standings[to] ?? '', ...settled });
  }

  #addNear(batch: Population, holds: Uint16Array, might: Uint16Array, then: FirmList): void {
    const { dates } = this.#after.program;
    for (let i = 0; i < batch.size; i++) {
      const [at, next] = [holds[i] as number, might[i] as number];
      if (at === AT_UNDETERMINED || next <= AT_UNDETERMINED || next <= at) continue;
      this.#near.count++;
      if (this.#near.shown.length >= this.#mostNear) continue;
      const tier = this.#standings[next] ?? '';
      const short = shortOf(this.#tiersAlone, dates, then.facts(i), tier);
      this.#near.shown.push({ id: batch.id(i), holds: this.#standings[at] ?? '', tier, short });
    }
  }

  #segment(name: string): SegmentTally {
    const tally = this.#segments.get(name) ?? new SegmentTally();
    this.#segments.set(name, tally);
    return tally;
  }

  report(): Impact {
    const [before, after] = [this.#before, this.#after];
    return {
      firms: this.#firms,
      standings: this.#standings,
      matrix: this.#matrix.map((row) => [...row]),
      winners: { ...this.#movers[1], shown: [...this.#movers[1].shown] },
      losers: { ...this.#movers['-1'], shown: [...this.#movers['-1'].shown] },
      unclear: { ...this.#movers.open, shown: [...this.#movers.open.shown] },
      tiers: paired(before.tiers(), after.tiers()),
      awards: paired(before.awards(), after.awards()),
      pools: paired(before.pools(), after.pools()),
      total: { before: before.total(), after: after.total() },
      nearMisses: { ...this.#near, shown: [...this.#near.shown] },
      segments: Object.fromEntries([...this.#segments].map(([name, tally]) => [name, tally.report()])),
      byReference: { before: before.byReference, after: after.byReference },
    };
  }
}

const madeFor = (target: ColumnBackend | undefined) => {
  const options = target ? { target } : {};
  return ({ doc, dates }: Side): ColumnProgram => compileColumns(doc, dates, options);
};

const noMovers = (): { count: number; shown: Mover[] } => ({ count: 0, shown: [] });

const inColumns = <T extends FirmList>(firms: T | (T & ColumnStore)): T & ColumnStore =>
  'columns' in firms ? firms : { ...firms, ...columnStore(firms) };

function paired<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
): Readonly<Record<string, BeforeAfter<T>>> {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    ids.map((id) => [
      id,
      {
        ...(Object.hasOwn(before, id) ? { before: before[id] as T } : {}),
        ...(Object.hasOwn(after, id) ? { after: after[id] as T } : {}),
      },
    ]),
  );
}
