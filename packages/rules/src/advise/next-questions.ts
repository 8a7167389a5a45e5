import type { Decision } from '../evaluate/decision.ts';
import { decide } from '../evaluate/evaluate-reference.ts';
import { createReference, type Reference, suppose } from '../evaluate/reference.ts';
import { not, or } from '../evaluate/truth.ts';
import { openedFor } from '../explain/explain.ts';
import type { Explanation } from '../explain/explanation.ts';
import { num, toDouble } from '../number/rational.ts';
import type { FactInput, Id, PolicyDoc, SeriesInput, Tier } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { pickVersion } from '../policy/pick-version.ts';
import { routeOutcome } from '../tiers/decide-tier.ts';
import { deriveFacts } from './derive-facts.ts';
import { trialValues } from './trial-values.ts';

/** A fact worth asking for next, how much its answer is likely to settle, and which tiers it can settle. */
export interface NextQuestion {
  readonly fact: Id;
  /** A positive number for ordering; twice the weight settles about twice as much. */
  readonly weight: number;
  readonly decides: readonly { readonly policy: Id; readonly tier: Id }[];
}

/** One policy as far as it is open. */
interface Open {
  readonly r: Reference;
  readonly tiers: readonly { readonly tier: Tier; readonly needs: readonly Id[]; readonly worth: number }[];
  readonly awards: readonly { readonly needs: readonly Id[]; readonly worth: number }[];
}

const TRIED = 6;
const VALUES = 3;

/**
 * The open facts worth asking next (下一个问题), the most deciding first: how many tiers, points and awards wait for them,
 * and, for the leading ones, how many tiers settle when likely answers are tried. Only facts that have a question; an
 * empty list where nothing is open. Of several documents the published versions in force on the dates count. Facts
 * derived from another policy among `docs` are worked out and not asked.
 *
 * @example nextQuestions(doc, dates, {}, { max: 1 })[0]?.fact // 'registeredInChina'
 */
export function nextQuestions(
  docs: PolicyDoc | readonly PolicyDoc[],
  dates: Dates,
  facts: Facts,
  options: { readonly max?: number } = {},
): readonly NextQuestion[] {
  const all: readonly PolicyDoc[] = 'facts' in docs ? [docs] : docs;
  const open = ('facts' in docs ? all : inForce(all, dates)).map((doc) => {
    const r = createReference(doc, dates, deriveFacts(all, doc, dates, facts));
    return openParts(r, decide(r));
  });
  return mostDeciding(open, options.max);
}

/** One policy decided for the firm: what `explain` was given (derived facts among the facts) and what it gave. */
export interface Decided {
  readonly doc: PolicyDoc;
  readonly dates: Dates;
  readonly facts: Facts;
  /** The whole of it or a part. */
  readonly outline: Explanation;
}

/**
 * Like `nextQuestions` (下一个问题) for policies in force that have been decided already, so that nothing is decided twice.
 *
 * @example nextQuestionsAfter([{ doc, dates, facts: {}, outline: explain(doc, dates, {}) }], { max: 1 }).length // 1
 */
export function nextQuestionsAfter(
  decided: readonly Decided[],
  options: { readonly max?: number } = {},
): readonly NextQuestion[] {
  const open = decided.map(({ doc, dates, facts, outline }) =>
    openParts(openedFor(outline) ?? createReference(doc, dates, facts), outline.decision),
  );
  return mostDeciding(open, options.max);
}

function mostDeciding(open: readonly Open[], max = 3): readonly NextQuestion[] {
  const found = new Map<Id, number>();
  for (const part of open) addWaiting(part, found);
  const ranked = [...found].sort((a, b) => b[1] - a[1]);
  const tried = ranked.slice(0, Math.max(TRIED, max)).map(([fact, waiting], i): NextQuestion => {
    const trial = i < TRIED ? tryAnswers(open, fact) : { settled: 0, decides: [] };
    return { fact, weight: waiting + 2 * trial.settled, decides: trial.decides };
  });
  return tried.sort((a, b) => b.weight - a.weight).slice(0, max);
}

/** The version of each policy that is in force on the dates. */
function inForce(docs: readonly PolicyDoc[], dates: Dates): readonly PolicyDoc[] {
  const picked = [...new Set(docs.map((doc) => doc.id))].map((id) => pickVersion(docs, id, dates));
  return picked.flatMap((doc) => ('facts' in doc ? [doc] : []));
}

function openParts(r: Reference, decision: Decision): Open {
  const { doc } = r;
  const firstOpen = doc.tiers.findIndex((t) => t.id === decision.possible[0]);
  const tiers = doc.tiers.flatMap((tier, i) => {
    const result = decision.tiers[i];
    if (result?.outcome !== 'undetermined') return [];
    // The next rung matters most; one below a rung that is already held matters little.
    const isBelow = decision.best !== undefined && i < doc.tiers.findIndex((t) => t.id === decision.best);
    return [{ tier, needs: result.needs, worth: isBelow ? 0.2 : i === firstOpen ? 3 : 2 }];
  });
  const awards = decision.awards
    .filter((a) => a.needs.length > 0)
    .map((a) => ({ needs: a.needs, worth: a.outcome === 'yes' ? 0.5 : hasMoney(a.amount.hi) ? 0.3 : 0.05 }));
  return { r, tiers, awards };
}

const hasMoney = (hi: string): boolean => toDouble(num(hi)) > 0;

/** What waits for each fact; the fewer facts something waits for, the more each of them counts. */
function addWaiting(part: Open, found: Map<Id, number>): void {
  const askable = new Set(part.r.doc.facts.filter((def) => def.ask !== undefined).map((def) => def.id));
  for (const { needs, worth } of [...part.tiers, ...part.awards]) {
    for (const fact of needs) {
      if (askable.has(fact)) found.set(fact, (found.get(fact) ?? 0) + worth / needs.length);
    }
  }
}

// ── trials ───────────────────────────────────────────────────────────────────────────────────────────────────────

interface Trial {
  /** Worth of the tiers settled, averaged over the answers tried. */
  readonly settled: number;
  readonly decides: NextQuestion['decides'];
}

function tryAnswers(open: readonly Open[], fact: Id): Trial {
  let settled = 0;
  const decides: { policy: Id; tier: Id }[] = [];
  for (const part of open) {
    const waiting = part.tiers.filter((t) => t.needs.includes(fact));
    if (waiting.length === 0) continue;
    const tried = settledBy(
      part,
      waiting.map((t) => t.tier),
      fact,
    );
    const values = tried[0]?.length ?? 0;
    const hits = new Set<Id>();
    for (let value = 0; value < values; value++) {
      waiting.forEach(({ tier, worth }, i) => {
        if (!tried[i]?.[value]) return;
        settled += worth / values;
        hits.add(tier.id);
      });
    }
    decides.push(...[...hits].map((tier) => ({ policy: part.r.doc.id, tier })));
  }
  return { settled, decides };
}

/** For each tier, which of the answers worth trying settle it; tried again only where the tier reads what has changed. */
function settledBy({ r }: Open, tiers: readonly Tier[], fact: Id): readonly (readonly boolean[])[] {
  const { doc, firm, memos } = r;
  const known = tiers.map((tier) => memos.trials.find(tier) ?? memos.trials.keep(tier, new Map()));
  const def = firm.def(fact);
  if (def && known.some((byFact) => !byFact.has(fact))) {
    const values = trialValues(doc, def, firm.asOfDay, recentYears(firm.year), VALUES);
    const firms = values.map((value) => suppose(r, withAnswer(firm.facts, fact, value)));
    tiers.forEach((tier, i) => {
      known[i]?.set(
        fact,
        firms.map((tried) => isSettled(tried, tier)),
      );
    });
  }
  return known.map((byFact) => byFact.get(fact) ?? []);
}

const recentYears = (last: number): readonly number[] => [0, 1, 2, 3, 4].map((back) => last - back);

/** A tried answer fills only what is not known yet. */
function withAnswer(facts: Facts, fact: Id, value: FactInput): Facts {
  const given = facts[fact];
  if (typeof value !== 'object' || Array.isArray(value) || !given || !('known' in given))
    return { ...facts, [fact]: { known: value } };
  const known = Object.entries(given.known as SeriesInput).filter(([, figure]) => figure !== null);
  return { ...facts, [fact]: { known: { ...(value as SeriesInput), ...Object.fromEntries(known) } } };
}

/** Whether nothing open can change the tier any more. */
function isSettled(r: Reference, tier: Tier): boolean {
  const hard = [...tier.gates.map(({ when }) => r.truth(when)), ...tier.vetoes.map(({ when }) => not(r.truth(when)))];
  if (hard.includes('no')) return true;
  const way = or(tier.routes.map((route) => routeOutcome(r, route)));
  return way === 'no' || (way === 'yes' && !hard.includes('undetermined'));
}
