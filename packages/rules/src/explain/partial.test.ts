import { describe, expect, test } from 'vitest';
import { createRandom, type Random } from '../../testing/random.ts';
import { randomFirm } from '../../testing/random-firm.ts';
import { randomPolicy, TEST_DATES } from '../../testing/random-policy.ts';
import { factsOf, shippedPolicies } from '../../testing/shipped.ts';
import { nextQuestions, nextQuestionsAfter } from '../advise/next-questions.ts';
import type { PolicyDoc } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { explain } from './explain.ts';
import type { ExplainNode, Explanation } from './explanation.ts';

interface Firm {
  readonly doc: PolicyDoc;
  readonly dates: Dates;
  readonly facts: Facts;
}

/** Worked cases of every shipped policy, one in `oneIn`, then firms and policies made up. */
function firmsOf(random: Random, made: number, oneIn = 1): readonly Firm[] {
  const shipped = shippedPolicies().flatMap(({ doc, cases }) =>
    cases.filter((_, i) => i % oneIn === 0).map((c) => ({ doc, dates: c.dates, facts: factsOf(c.facts) })),
  );
  const docs = Array.from({ length: made }, () => randomPolicy(random));
  return [
    ...shipped,
    ...docs.flatMap((doc) =>
      [20, 60, 95].map((known) => ({ doc, dates: TEST_DATES, facts: randomFirm(random, doc, { known }) })),
    ),
  ];
}

/** The part of a whole tree that a partial one has. */
const samePart = (whole: ExplainNode, part: ExplainNode): ExplainNode => ({
  ...whole,
  kids: part.kids.map((kid, i) => samePart(whole.kids[i] as ExplainNode, kid)),
});
const bytes = (x: unknown): string => JSON.stringify(x);

describe('explaining a part', () => {
  test('says the same as the whole says there, on every shipped policy and made-up firms', () => {
    const random = createRandom(20_261_125);
    for (const { doc, dates, facts } of firmsOf(random, 60)) {
      const seen = new Set<string>();
      const chance = random.pick([20, 50, 80]);
      const part = explain(doc, dates, facts, { wants: (node) => !seen.add(node.path) || random.chance(chance) });
      const whole = explain(doc, dates, facts);
      expect(bytes(part.decision)).toBe(bytes(whole.decision));
      expect(bytes(part.tree)).toBe(bytes(samePart(whole.tree, part.tree)));
    }
  });

  test('leaves out everything below what is not wanted', () => {
    for (const { doc, dates, facts } of firmsOf(createRandom(1), 0, 5)) {
      const { tree } = explain(doc, dates, facts, { wants: (node) => node.kind === 'tier' });
      expect(tree.kids.some((kid) => kid.kind === 'tier' && kid.kids.length === 0)).toBe(false);
      expect(tree.kids.flatMap((kid) => kid.kids).every((kid) => kid.kids.length === 0)).toBe(true);
    }
  });
});

/** Some facts answered, others taken back, as somebody goes through a form. */
function changed(random: Random, facts: Facts, other: Facts): Facts {
  const ids = [...new Set([...Object.keys(facts), ...Object.keys(other)])].filter(() => random.chance(10));
  const next: Record<string, Facts[string]> = { ...facts };
  for (const id of ids) {
    const state = other[id];
    if (state) next[id] = state;
    else delete next[id];
  }
  return next;
}

describe('explaining after a change', () => {
  test('taken over is worked out: the same bytes as without what was before', () => {
    const random = createRandom(20_261_126);
    const firms = firmsOf(random, 60, 2);
    const before = new Map<PolicyDoc, { readonly firm: Firm; readonly outline: Explanation }>();
    for (const firm of firms) {
      const last = before.get(firm.doc);
      const facts = last ? changed(random, last.firm.facts, firm.facts) : firm.facts;
      const { doc, dates } = firm;
      const outline = explain(doc, dates, facts, { before: last?.outline });
      expect(bytes(outline)).toBe(bytes(explain(doc, dates, facts)));
      expect(nextQuestionsAfter([{ doc, dates, facts, outline }])).toEqual(nextQuestions(doc, dates, facts));
      before.set(doc, { firm: { doc, dates, facts }, outline });
    }
  });

  test('another day or another policy before it changes nothing', () => {
    const firms = firmsOf(createRandom(3), 20, 4);
    firms.forEach(({ doc, dates, facts }, i) => {
      const other = firms[(i + 7) % firms.length] as Firm;
      const later = { ...dates, decision: '2031-01-01', filing: '2031-01-01' };
      const before = i % 2 === 0 ? explain(other.doc, other.dates, other.facts) : explain(doc, later, facts);
      void before.tree;
      expect(bytes(explain(doc, dates, facts, { before }))).toBe(bytes(explain(doc, dates, facts)));
    });
  });
});
