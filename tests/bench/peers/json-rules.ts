import type { Facts } from '@tidu/rules';
import { type Almanac, Engine, type RuleProperties } from 'json-rules-engine';
import { answerOf, type Judged } from '../contenders.ts';
import {
  BY_COSTS,
  BY_SALES,
  CLASS_TWO,
  MOST_STAFF,
  MOST_YUAN,
  type PlainFirm,
  plainFirm,
  STAFF,
  VETOES,
} from './plain-firm.ts';

type Rows = readonly (readonly [number, number])[];
type Test = { fact: string; operator: string; value: unknown };

const test = (fact: string, operator: string, value: unknown): Test => ({ fact, operator, value });

/** One rule a band: reached here, and not the band above. */
function bands(fact: string, kind: string, rows: Rows): readonly RuleProperties[] {
  return rows.map(([at, points], i) => {
    const above = rows[i - 1];
    const upper = above ? [test(fact, 'lessThan', above[0])] : [];
    return {
      conditions: { all: [test(fact, 'greaterThanInclusive', at), ...upper] },
      event: { type: kind, params: { points } },
    };
  });
}

const GATES: readonly Test[] = [
  test('registeredInChina', 'equal', true),
  test('employees', 'lessThanInclusive', MOST_STAFF),
  test('revenue', 'lessThanInclusive', MOST_YUAN),
  test('assets', 'lessThanInclusive', MOST_YUAN),
  test('bannedProducts', 'equal', false),
  ...VETOES.map((v) => test(v, 'equal', false)),
];

/** The tier: gates, and any direct route or the score that the band rules before it gave (lower priority: later). */
const TIER: RuleProperties = {
  priority: 1,
  conditions: {
    all: [
      ...GATES,
      {
        any: [
          { all: [test('points', 'greaterThanInclusive', 60), test('staffPoints', 'greaterThan', 0)] },
          test('hnte', 'equal', true),
          test('awards', 'greaterThanInclusive', 1),
          test('institution', 'in', ['province', 'nation']),
          test('ledStandard', 'equal', true),
        ],
      },
    ],
  },
  event: { type: 'tier' },
};

interface Scored {
  readonly type: string;
  readonly params?: { readonly points: number } | undefined;
}

function pointsOf(events: readonly Scored[], kind: string): number {
  return Math.max(0, ...events.filter((e) => e.type === kind).map((e) => e.params?.points ?? 0));
}

const totalOf = (events: readonly Scored[]): number =>
  pointsOf(events, 'staff') +
  Math.max(pointsOf(events, 'sales'), pointsOf(events, 'costs')) +
  Math.max(pointsOf(events, 'one'), pointsOf(events, 'two'));

/** Events of the rules that have held so far; the almanac gives them, though its types do not say so. */
const soFar = (almanac: Almanac): readonly Scored[] =>
  (almanac as Almanac & { getEvents(outcome: 'success'): readonly Scored[] }).getEvents('success');

/** json-rules-engine: a rule a band, and facts worked out from the events of the rules before. */
export async function byJsonRules(name: string, firms: readonly Facts[]): Promise<Judged> {
  const engine = new Engine();
  const rows = [
    ...bands('staffShare', 'staff', STAFF),
    ...bands('salesShare', 'sales', BY_SALES),
    ...bands('costShare', 'costs', BY_COSTS),
    ...bands('classOne', 'one', [[1, 30]]),
    ...bands('classTwo', 'two', CLASS_TWO),
  ];
  for (const rule of rows) engine.addRule({ ...rule, priority: 10 });
  engine.addRule(TIER);
  engine.addFact('points', (_, almanac) => totalOf(soFar(almanac)));
  engine.addFact('staffPoints', (_, almanac) => pointsOf(soFar(almanac), 'staff'));
  const prepared = firms.map((facts) => withShares(plainFirm(facts)));
  const one = async (firm: PlainFirm): Promise<number> => {
    const { events } = await engine.run({ ...firm });
    const scored = events as readonly Scored[];
    return answerOf(scored.some((e) => e.type === 'tier') ? 0 : -1, totalOf(scored));
  };
  const all = async (): Promise<readonly number[]> => {
    const answers: number[] = [];
    for (const firm of prepared) answers.push(await one(firm));
    return answers;
  };
  return { name, answers: await all(), pass: async () => (await all()).length };
}

const share = (a: unknown, b: unknown): number => (Number(b) > 0 ? Number(a) / Number(b) : 0);

/** It has no arithmetic of its own: shares are worked out before. */
const withShares = (f: PlainFirm): PlainFirm => ({
  ...f,
  staffShare: share(f.scienceStaff, f.employees),
  salesShare: share(f.research, f.revenue),
  costShare: share(f.research, f.costs),
});
