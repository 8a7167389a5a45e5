import { type Dates, deriveFacts, evaluateReference, type Facts, type PolicyDoc } from '@tidu/rules';
import ladder2020 from '@tidu/rules/policies/nbhtz-ladder/2020-11-23.json' with { type: 'json' };
import pools2018 from '@tidu/rules/policies/nbhtz-three-pools/2018-03-01.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { gazelle2026 } from '../../../testing/open-cases.ts';
import { completed } from './completed.ts';

const [LADDER, POOLS] = [ladder2020, pools2018] as unknown as readonly [PolicyDoc, PolicyDoc];
const DATES: Dates = { filing: '2026-04-01', decision: '2026-04-01', fiscalYearEnd: '2025-12-31' };

/** Gazelles and others, each lacking one of the figures by turns; every fifth lacks none. */
const firms = Array.from({ length: 600 }, (_, i): Facts => {
  const told = {
    ...gazelle2026,
    revenue: { '2023': '100000000', '2024': '115000000', '2025': `${(100 + (i % 60)) * 1e6}` },
  };
  const ids = Object.keys(told);
  const lacking = i % 5 === 0 ? undefined : ids[i % ids.length];
  return Object.fromEntries(Object.entries(told).flatMap(([id, known]) => (id === lacking ? [] : [[id, { known }]])));
});

test('facts that follow from another policy are those the reference gives, however many firms there are', () => {
  const docs = [LADDER, POOLS];
  const batch = { size: firms.length, id: String, facts: (i: number) => firms[i] ?? {} };
  const all = completed(batch, [{ doc: POOLS, docs, unread: [] }], DATES);
  const wanted = firms.map((facts) => deriveFacts(docs, POOLS, DATES, facts, evaluateReference).zoneTier);
  expect(firms.map((_, i) => all.facts(i).zoneTier)).toEqual(wanted);
  expect(new Set(wanted.map((state) => JSON.stringify(state))).size).toBeGreaterThan(2);
});
