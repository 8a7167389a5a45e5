import type { PolicyDoc } from '@tidu/rules';
import { describe, expect, it } from 'vitest';
import { amountsOf, questionsOf, STEP_ORDER, yearsOfStep } from './questions.ts';
import { DATES, DOCS, LADDER, POOLS, SME } from './sample-firm.ts';

const questions = questionsOf(DOCS, DATES);
const byId = (id: string) => questions.find((q) => q.id === id);

describe('questionsOf', () => {
  it('asks each fact once, whichever policies use it', () => {
    expect(new Set(questions.map((q) => q.id)).size).toBe(questions.length);
    expect(byId('revenue')?.policies).toEqual([LADDER.id, POOLS.id, SME.id, 'torch-gazelle']);
  });

  it('leaves out what has no question and what another policy fills', () => {
    expect(byId('zoneTier')).toBeUndefined();
    expect(byId('projectScore')).toBeUndefined();
  });

  it('keeps the order of the form', () => {
    const order = questions.map((q) => STEP_ORDER.indexOf(q.step));
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('asks a series for exactly the fiscal years that are looked at', () => {
    const revenue = byId('revenue');
    expect(revenue?.kind === 'fact' && revenue.years.at(-1)).toBe('2025');
    const one = questionsOf([SME], DATES).find((q) => q.id === 'employees');
    expect(one?.kind === 'fact' && one.years).toEqual(['2025']);
    const earlier = questionsOf([SME], { ...DATES, fiscalYearEnd: '2024-12-31' }).find((q) => q.id === 'employees');
    expect(earlier?.kind === 'fact' && earlier.years).toEqual(['2024']);
  });

  it('puts judgements into a step of their own', () => {
    const when = { k: 'judgement', id: 'core', question: { 'zh-CN': '核心技术是否领先？' } } as const;
    const doc: PolicyDoc = {
      ...SME,
      facts: [],
      tiers: [{ id: 't', gates: [{ id: 'g', when }], vetoes: [], routes: [] }],
    };
    expect(questionsOf([doc], DATES)).toMatchObject([{ kind: 'judgement', id: 'core', step: 'judgement' }]);
  });

  it('knows the years and amounts a step shares', () => {
    expect(yearsOfStep(questions, 'finance').at(-1)).toBe('2025');
    expect(amountsOf(questions, 'finance').length).toBeGreaterThan(1);
    expect(amountsOf(questions, 'people')).toEqual([]);
  });
});
