import type { Facts } from '@tidu/rules';
import { describe, expect, it } from 'vitest';
import { doubtsOf } from './doubts.ts';
import { questionsOf } from './questions.ts';
import { DATES, DOCS, GAZELLE } from './sample-firm.ts';

const questions = questionsOf(DOCS, DATES);
const kinds = (facts: Facts) => doubtsOf(DOCS, questions, facts, DATES).map((d) => `${d.kind} ${d.field}`);
const series = (values: Record<string, string | null>) => ({ known: values });

describe('doubtsOf', () => {
  it('has none about a plain firm', () => expect(kinds(GAZELLE)).toEqual([]));

  it('sees more scientists than staff, equal numbers being fine', () => {
    const staff = (n: string): Facts => ({ employees: series({ 2025: '30' }), scienceStaff: series({ 2025: n }) });
    expect(kinds(staff('31'))).toEqual(['partAboveWhole q-scienceStaff-2025']);
    expect(kinds(staff('30'))).toEqual([]);
  });

  it('sees R&D above revenue, each year for itself', () => {
    const facts = { revenue: series({ 2025: '10', 2024: '10' }), rdExpense: series({ 2025: '9', 2024: '11' }) };
    expect(kinds(facts)).toEqual(['partAboveWhole q-rdExpense-2024']);
  });

  it('sees a day to come, the filing day itself being fine', () => {
    expect(kinds({ registeredOn: { known: '2026-11-24' } })).toEqual(['future q-registeredOn']);
    expect(kinds({ registeredOn: { known: '2026-11-23' } })).toEqual([]);
  });

  it('sees a year that is five times another', () => {
    const grown = (to: string) => kinds({ revenue: series({ 2024: '1000000', 2025: to }) });
    expect(grown('5000000')).toEqual(['jump q-revenue-2025']);
    expect(grown('4999999')).toEqual([]);
    expect(grown('200000')).toEqual(['jump q-revenue-2025']);
    expect(kinds({ revenue: series({ 2024: 'notApplicable', 2025: '5' }) })).toEqual([]);
  });

  it('sees an amount no such firm has', () => {
    expect(kinds({ amacEquity: { known: '100000000000' } })).toEqual(['huge q-amacEquity']);
    expect(kinds({ amacEquity: { known: '99999999999.99' } })).toEqual([]);
  });
});
