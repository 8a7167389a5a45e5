import type { Dates, Facts, PolicyDoc } from '@tidu/rules';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { localDay } from '../../../shared/format/calendar-day.ts';
import { type Doubt, doubtsOf } from './doubts.ts';
import type { Draft } from './draft.ts';
import { useSession } from './draft-session.ts';
import { createEvaluator, type PolicyResult } from './evaluate-firm.ts';
import { withFounding } from './founding.ts';
import { type Question, questionsOf } from './questions.ts';
import { type Followers, followersOf, openFactsOf, presumedFollowers } from './relevance.ts';
import { type StepView, stepsOf } from './steps.ts';
import { type PoliciesInForce, usePoliciesInForce } from './use-policies-in-force.ts';

/** Everything the form and the result are drawn from. */
export interface SelfCheck {
  readonly policies: PoliciesInForce;
  readonly draft: Draft;
  readonly dates: Dates;
  readonly questions: readonly Question[];
  /** The answers, with years before the founding filled in. */
  readonly facts: Facts;
  readonly results: readonly PolicyResult[];
  readonly steps: readonly StepView[];
  readonly doubts: readonly Doubt[];
}

/** The dates of a draft: the filing day decides, today where none is given. */
export function datesOf(draft: Pick<Draft, 'filing' | 'fiscalYear'>, today: string): Dates {
  const day = draft.filing ?? today;
  const year = draft.fiscalYear;
  return { filing: day, decision: day, ...(year === undefined ? {} : { fiscalYearEnd: `${year}-12-31` }) };
}

const NOBODY: Facts = {};
const NO_POLICIES: readonly PolicyDoc[] = [];

/** Reads the draft and the policies in force and keeps the result up to date with every answer. */
export function useSelfCheck(): SelfCheck {
  const { draft } = useSession();
  const [today] = useState(() => localDay(new Date()));
  const { filing, fiscalYear } = draft;
  const dates = useMemo(() => datesOf({ filing, fiscalYear } as Draft, today), [filing, fiscalYear, today]);
  const policies = usePoliciesInForce(dates, draft.park);
  // Policies arrive one by one; nothing is worked out before the last of the first set is there.
  const [isReady, setReady] = useState(false);
  if (!isReady && policies.status !== 'loading') setReady(true);
  const docs = isReady ? policies.docs : NO_POLICIES;
  const set = useMemo(() => setUp(docs, dates), [docs, dates]);
  const facts = useMemo(() => withFounding(set.questions, draft.facts), [set, draft.facts]);
  const settled = useDeferredValue(facts);
  const results = useMemo(() => set.evaluate(settled), [set, settled]);
  const followers = useFollowers(set, docs, dates);
  const steps = useMemo(
    () => stepsOf(set.questions, { facts, typed: draft.typed }, openFactsOf(results), followers),
    [set, facts, draft.typed, results, followers],
  );
  const doubts = useMemo(() => doubtsOf(docs, set.questions, settled, dates), [docs, set, settled, dates]);
  return { policies, draft, dates, questions: set.questions, facts, results, steps, doubts };
}

interface SetUp {
  readonly questions: readonly Question[];
  readonly evaluate: (facts: Facts) => readonly PolicyResult[];
}

/** What depends on the policies and dates alone. */
function setUp(docs: readonly PolicyDoc[], dates: Dates): SetUp {
  if (docs.length === 0) return { questions: [], evaluate: () => [] };
  const evaluate = createEvaluator(docs, dates);
  evaluate(NOBODY);
  return { questions: questionsOf(docs, dates), evaluate };
}

/** Trying out what follows what takes as long as ten results, so it waits until the page is drawn. */
function useFollowers({ questions }: SetUp, docs: readonly PolicyDoc[], dates: Dates): Followers {
  const presumed = useMemo(() => presumedFollowers(questions), [questions]);
  const [found, setFound] = useState<{ readonly of: readonly Question[]; readonly followers: Followers }>();
  useEffect(() => {
    if (questions.length === 0) return;
    const timer = setTimeout(() => {
      const optional = docs.filter((doc) => doc.facts.some((def) => def.ask?.group === 'project'));
      const probe = createEvaluator(optional, dates);
      setFound({ of: questions, followers: followersOf(questions, (facts) => openFactsOf(probe(facts))) });
    });
    return () => clearTimeout(timer);
  }, [questions, docs, dates]);
  return found?.of === questions ? found.followers : presumed;
}
