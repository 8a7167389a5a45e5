import { describe, expect, it } from 'vitest';
import { foundingYear, withFounding } from './founding.ts';
import { questionsOf } from './questions.ts';
import { DATES, DOCS } from './sample-firm.ts';

const questions = questionsOf(DOCS, DATES);

describe('withFounding', () => {
  it('marks years before the founding as not applicable, the year of founding not', () => {
    const facts = withFounding(questions, { registeredOn: { known: '2024-06-30' } });
    expect(facts.revenue).toMatchObject({ known: { 2023: 'notApplicable' } });
    expect(facts.revenue).not.toHaveProperty('known.2024');
    expect(foundingYear(questions, facts)).toBe(2024);
  });

  it('leaves figures that stand for such a year', () => {
    const given = { registeredOn: { known: '2024-06-30' }, revenue: { known: { 2023: '5', 2025: '9' } } };
    expect(withFounding(questions, given).revenue).toMatchObject({ known: { 2023: '5', 2025: '9' } });
  });

  it('gives the same state for the same answer, and another for another', () => {
    const founded = (day: string) => ({ registeredOn: { known: day }, revenue: { known: { 2025: '9' } } });
    const young = founded('2024-06-30');
    const first = withFounding(questions, young).revenue;
    expect(withFounding(questions, { ...young, amacEquity: { known: '1' } }).revenue).toBe(first);
    expect(withFounding(questions, { ...young, registeredOn: { known: '2025-06-30' } }).revenue).not.toEqual(first);
    expect(withFounding(questions, { ...young, revenue: { known: { 2025: '8' } } }).revenue).toMatchObject({
      known: { 2025: '8', 2023: 'notApplicable' },
    });
  });

  it('changes nothing while the day is not known', () => {
    const facts = { registeredOn: { state: 'unknown' } } as const;
    expect(withFounding(questions, facts)).toBe(facts);
  });
});
