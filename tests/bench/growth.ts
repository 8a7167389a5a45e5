import type { Facts } from '@tidu/rules';
import { compile, evaluateReference, type PolicyDoc } from '@tidu/rules';
import { DATES, YEAR } from './policies.ts';

const RATES = [5, 10, 15, 20, 25, 30];

function policyOf(percent: number): PolicyDoc {
  const when = {
    k: 'cmp',
    op: 'ge',
    a: { k: 'growth', how: 'cagr', series: 'revenue', years: 3, badBase: 'fail' },
    b: { k: 'lit', value: `${percent}%`, unit: 'ratio' },
  } as const;
  return {
    schema: 1,
    id: 'growth',
    version: '1',
    status: 'draft',
    inForce: { from: '2020-01-01' },
    applies: 'decision',
    facts: [{ id: 'revenue', type: 'series', unit: 'CNY', domain: { min: '0' }, ifMissing: 'ask' }],
    params: [],
    tiers: [{ id: 't', gates: [], vetoes: [], routes: [{ id: 'r', k: 'criteria', when }] }],
    pick: 'highest',
    awards: [],
    stacks: [],
    pools: [],
  };
}

/**
 * Firms exactly on a three-year growth threshold, as (end/base)^(1/3) − 1 in doubles judges them and as this engine
 * does. Returns how many of `firms` each misjudges.
 */
export function misjudgedOnThreshold(): { readonly firms: number; readonly doubles: number; readonly own: number } {
  let [firms, doubles, own] = [0, 0, 0];
  for (const percent of RATES) {
    const doc = policyOf(percent);
    const program = compile(doc, DATES);
    for (let i = 1; i <= 500; i++) {
      const base = 8_000 * i;
      const end = (base * (100 + percent) ** 3) / 1_000_000;
      const known = { [YEAR]: String(end), [YEAR - 1]: '1', [YEAR - 2]: '1', [YEAR - 3]: String(base) };
      const facts: Facts = { revenue: { known } };
      firms++;
      if (!((end / base) ** (1 / 3) - 1 >= percent / 100)) doubles++;
      const isYes = program.evaluate(facts).best === 't' && evaluateReference(doc, DATES, facts).best === 't';
      if (!isYes) own++;
    }
  }
  return { firms, doubles, own };
}
