import type { Facts } from '@tidu/rules';
import { describe, expect, it } from 'vitest';
import { createEvaluator } from './evaluate-firm.ts';
import { questionsOf } from './questions.ts';
import { followersOf, openFactsOf, presumedFollowers } from './relevance.ts';
import { DATES, DOCS } from './sample-firm.ts';
import { isFieldOf, stepsOf } from './steps.ts';

const questions = questionsOf(DOCS, DATES);
const evaluate = createEvaluator(DOCS, DATES);
const openWith = (facts: Facts) => openFactsOf(evaluate(facts));
const followers = followersOf(questions, openWith);
const steps = (facts: Facts, typed: Record<string, string> = {}) =>
  stepsOf(questions, { facts, typed }, openWith(facts), followers);
const step = (id: string, facts: Facts = {}, typed: Record<string, string> = {}) =>
  steps(facts, typed).find((each) => each.id === id);
const ids = (list: readonly { id: string }[] | undefined): readonly string[] => (list ?? []).map((q) => q.id);

describe('presumedFollowers', () => {
  it('holds back every question that may prove to follow another, and no lead', () => {
    const presumed = presumedFollowers(questions);
    for (const [id, leads] of followers) expect(presumed.get(id)).toEqual(expect.arrayContaining([...leads]));
    expect(presumed.has('plansMajorProject')).toBe(false);
    expect(presumed.has('revenue')).toBe(false);
  });
});

describe('stepsOf', () => {
  it('starts with every step open and nothing settled in the first ones', () => {
    expect(ids(steps({}))).toEqual(['identity', 'people', 'finance', 'property', 'funding', 'credit', 'project']);
    expect(step('identity')?.settled).toEqual([]);
    expect(step('identity')?.state).toBe('open');
  });

  it('shows the cost of a project only once there is a project', () => {
    expect(ids(step('project')?.asked)).not.toContain('majorProjectRdCost');
    expect(ids(step('project', { plansMajorProject: { known: true } })?.asked)).toContain('majorProjectRdCost');
    const none = step('project', { plansMajorProject: { known: false } });
    expect([...ids(none?.asked), ...ids(none?.assumed)]).not.toContain('majorProjectRdCost');
  });

  it('folds away what no longer changes anything, but never what was answered', () => {
    const outside: Facts = { registeredInZone: { known: false } };
    expect(ids(step('funding', outside)?.asked)).not.toContain('valuationUsd');
    expect(ids(step('funding', outside)?.settled)).toContain('valuationUsd');
    const answered = { ...outside, valuationUsd: { known: '5' } };
    expect(ids(step('funding', answered)?.asked)).toContain('valuationUsd');
  });

  it('shows assumed answers openly where a step has nothing else, folded otherwise', () => {
    expect(step('credit')?.asked).toHaveLength(5);
    expect(step('credit')?.assumed).toEqual([]);
    expect(ids(step('property')?.assumed)).toEqual(['nationalAwards']);
  });

  it('is done when all is answered, "not known" included, and wrong while a figure cannot be read', () => {
    const people = step('people')?.asked ?? [];
    const unknown: Facts = Object.fromEntries(people.map((q) => [q.id, { state: 'unknown' }]));
    expect(step('people', unknown)?.state).toBe('done');
    expect(step('people', unknown, { 'q-employees-2025': 'abc' })?.state).toBe('error');
  });

  it('counts a series as answered only with all its years', () => {
    const part = step('finance', { revenue: { known: { 2025: '1' } } });
    expect(part?.answered).toBe(0);
  });
});

describe('isFieldOf', () => {
  it('tells a question from one whose name starts alike', () => {
    expect(isFieldOf('q-revenue-2025', 'revenue')).toBe(true);
    expect(isFieldOf('q-revenue', 'revenue')).toBe(true);
    expect(isFieldOf('q-revenueMilestonePaidBefore', 'revenue')).toBe(false);
    expect(isFieldOf('q-revenue-205', 'revenue')).toBe(false);
  });
});
