import { type Facts, nextQuestions, nextQuestionsAfter } from '@tidu/rules';
import { describe, expect, it } from 'vitest';
import { createEvaluator, type PolicyResult } from './evaluate-firm.ts';
import { tableDocOf } from './outline.ts';
import { DATES, DOCS, GAZELLE, LADDER, SME } from './sample-firm.ts';
import { shownTableOf } from './score-lines.ts';
import { isLadder } from './standing.ts';
import { standingsIn } from './standings-in.ts';
import { explainResult } from './use-explanations.ts';

/** A firm filled in answer by answer, with a figure grown digit by digit and some answers changed on the way. */
function* filledIn(): Generator<Facts> {
  const odd: Facts = {
    seriousDishonestyList: { known: true },
    registeredOn: { known: '2001-05-01' },
    employees: { known: { 2025: '80' } },
    scienceStaff: { known: { 2025: '30' } },
    rdExpense: { known: { 2025: '900000' } },
    amacEquity: { known: '9500000' },
    registeredInZone: { known: false },
  };
  let facts: Facts = {};
  for (const firm of [GAZELLE, odd, GAZELLE]) {
    for (const [id, state] of Object.entries(firm)) {
      facts = { ...facts, [id]: state };
      yield facts;
    }
  }
  for (const revenue of ['1', '12', '120', '12000000', '9000000000'])
    yield { ...facts, revenue: { known: { 2025: revenue, 2024: '10000000', 2023: '8000000' } } };
}

/** As if the whole tree had been read. */
const whole = (result: PolicyResult): PolicyResult => ({ ...result, outline: explainResult(result).explanation });

describe('the outline beside the form', () => {
  it('shows what the whole reasons show, and what a firm decided at once shows', () => {
    const evaluate = createEvaluator(DOCS, DATES);
    for (const facts of filledIn()) {
      const results = evaluate(facts);
      const anew = createEvaluator(DOCS, DATES)(facts).map(whole);
      const [ladder, ladderAnew] = [results, anew].map((all) => all.find(({ doc }) => isLadder(doc)));
      if (!ladder || !ladderAnew) throw new Error('no ladder');
      expect(results.map(({ decision }) => decision)).toEqual(anew.map(({ decision }) => decision));
      expect(standingsIn(ladder)).toEqual(standingsIn(ladderAnew));
      const shown = (all: readonly PolicyResult[]) =>
        shownTableOf(all)?.table.lines.map(({ label, points, full }) => ({ label, points, full }));
      expect(shown(results)).toEqual(shown(anew));
      expect(results.map((result) => explainResult(result).explanation)).toEqual(anew.map(({ outline }) => outline));
    }
  });

  it('asks next what the policies ask of the facts alone', () => {
    const evaluate = createEvaluator(DOCS, DATES);
    for (const facts of filledIn())
      expect(nextQuestionsAfter(evaluate(facts))).toEqual(nextQuestions(DOCS, DATES, facts));
  });

  it('shows the table of the policy made for it, else that of the ladder', () => {
    expect(tableDocOf(DOCS)).toBe(SME);
    expect(tableDocOf([LADDER])).toBe(LADDER);
    expect(shownTableOf(createEvaluator([LADDER], DATES)(GAZELLE))?.table.lines.length).toBeGreaterThan(1);
  });
});
