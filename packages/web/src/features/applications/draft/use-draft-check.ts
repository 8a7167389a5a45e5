import { useQuery } from '@tanstack/react-query';
import type { ApplicationDraft } from '@tidu/api/applications/drafts/contract';
import type { Facts, PolicyDoc } from '@tidu/rules';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { policyVersionQuery } from '../../policies/queries.ts';
import { doubtsOf } from '../../self-check/model/doubts.ts';
import { newDraft } from '../../self-check/model/draft.ts';
import { lendForm, useSession } from '../../self-check/model/draft-session.ts';
import { createEvaluator, type PolicyResult } from '../../self-check/model/evaluate-firm.ts';
import { withFounding } from '../../self-check/model/founding.ts';
import { questionsOf } from '../../self-check/model/questions.ts';
import { openFactsOf, presumedFollowers } from '../../self-check/model/relevance.ts';
import { stepsOf } from '../../self-check/model/steps.ts';
import { usePoliciesInForce } from '../../self-check/model/use-policies-in-force.ts';
import type { SelfCheck } from '../../self-check/model/use-self-check.ts';

/** A result as far as the scheme is concerned: its tiers and awards alone. */
const ofScheme =
  ({ tiers, awards }: ApplicationDraft['scheme'], own: PolicyDoc | undefined) =>
  (result: PolicyResult) =>
    result.doc !== own
      ? result
      : {
          ...result,
          decision: {
            ...result.decision,
            tiers: result.decision.tiers.filter(({ tier }) => tiers.includes(tier)),
            awards: result.decision.awards.filter(({ award }) => awards.includes(award)),
          },
        };

const NOBODY: Facts = {};
const NO_DOCS: readonly PolicyDoc[] = [];

/** The rules of a draft: the version it was confirmed under, and the policies in force that fill some of its facts. */
function useDocs({ policy, dates, park }: ApplicationDraft) {
  const policies = usePoliciesInForce(dates, park);
  const version = useQuery(policyVersionQuery(policy.id, policy.inForceFrom));
  const own = version.data?.policy;
  const docs = useMemo(() => {
    if (!own) return NO_DOCS;
    const sources = new Set(own.facts.flatMap(({ derive }) => (derive ? [derive.policy] : [])));
    return [...policies.docs.filter(({ id }) => sources.has(id)), own];
  }, [own, policies.docs]);
  return { policies, docs, own };
}

/** The answers as they stand: what is on file, and what the person has put over it. */
const wholeFacts = ({ profile, content }: ApplicationDraft): Facts => ({ ...profile.facts, ...content.facts }) as Facts;

/** What differs from what is on file: this is all a draft keeps of the facts. */
export function ownFacts(facts: Facts, base: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const bare = (state: unknown): string => {
    const { source: _s, asOf: _a, ...rest } = (state ?? {}) as Record<string, unknown>;
    return JSON.stringify(rest);
  };
  return Object.fromEntries(Object.entries(facts).filter(([id, state]) => bare(state) !== bare(base[id])));
}

/** Questions the scheme can depend on, and the evaluator of its policies. */
function setUp(docs: readonly PolicyDoc[], own: PolicyDoc | undefined, { scheme, dates, editable }: ApplicationDraft) {
  const evaluate = createEvaluator(docs, dates);
  const matters = openFactsOf(evaluate(NOBODY).map(ofScheme(scheme, own)));
  const questions = questionsOf(docs, dates).filter(
    ({ id, kind }) => kind === 'fact' && (matters.has(id) || editable?.includes(`fact:${id}`)),
  );
  return { questions, evaluate };
}

export interface DraftCheck {
  /** Absent until the rules are there. */
  readonly check: SelfCheck | undefined;
  readonly own: PolicyDoc | undefined;
  readonly facts: Facts;
}

/** The questions and the live result of a draft, by the same form and the same rules as the self-check. */
export function useDraftCheck(draft: ApplicationDraft): DraftCheck {
  const { policies, docs, own } = useDocs(draft);
  const session = useSession();
  const [isLent, setLent] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form is lent once for a draft
  useEffect(() => {
    const { filing } = draft.dates;
    const back = lendForm({ ...newDraft(draft.policy.hash), filing, facts: wholeFacts(draft) }, () => {});
    setLent(true);
    return back;
  }, [draft.policy.hash]);
  const { dates } = draft;
  const set = useMemo(() => (docs.length === 0 ? undefined : setUp(docs, own, draft)), [docs, own, draft]);
  const given = isLent ? session.draft.facts : wholeFacts(draft);
  const facts = useMemo(() => (set ? withFounding(set.questions, given) : given), [set, given]);
  const settled = useDeferredValue(facts);
  const check = useMemo((): SelfCheck | undefined => {
    if (!set || !isLent) return undefined;
    const results = set.evaluate(settled);
    const { questions } = set;
    const filled = { facts, typed: session.draft.typed };
    const open = openFactsOf(results.map(ofScheme(draft.scheme, own)));
    const steps = stepsOf(questions, filled, open, presumedFollowers(questions));
    const doubts = doubtsOf(docs, questions, settled, dates);
    return { policies, draft: session.draft, dates, questions, facts, results, steps, doubts };
  }, [set, isLent, settled, facts, session.draft, docs, dates, policies, draft.scheme, own]);
  return { check, own, facts: given };
}
