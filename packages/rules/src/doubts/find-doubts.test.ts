import { expect, test } from 'vitest';
import { shippedPolicies } from '../../testing/shipped.ts';
import type { Facts } from '../policy/facts.ts';
import { findDoubts } from './find-doubts.ts';

const defs = shippedPolicies().flatMap(({ doc }) => doc.facts);
const found = (facts: Facts) =>
  findDoubts(defs, facts, '2026-03-31').map((d) => [d.kind, d.fact, d.year, d.other].filter(Boolean).join(' '));
const series = (known: Record<string, string | null>) => ({ known });

test.each<[string, Facts, string[]]>([
  ['nothing', {}, []],
  ['unknown figures', { revenue: series({ 2025: null, 2024: 'notApplicable' }) }, []],
  [
    'more scientists than staff',
    { employees: series({ 2025: '30' }), scienceStaff: series({ 2025: '31' }) },
    ['partAboveWhole scienceStaff 2025 employees'],
  ],
  ['as many scientists as staff', { employees: series({ 2025: '30' }), scienceStaff: series({ 2025: '30' }) }, []],
  [
    'R&D above revenue in one year',
    { revenue: series({ 2024: '9', 2025: '10' }), rdExpense: series({ 2024: '9', 2025: '11' }) },
    ['partAboveWhole rdExpense 2025 revenue'],
  ],
  [
    'profit above revenue',
    { revenue: series({ 2025: '10' }), operatingProfit: series({ 2025: '10.01' }) },
    ['partAboveWhole operatingProfit 2025 revenue'],
  ],
  ['founded tomorrow', { registeredOn: { known: '2026-04-01' } }, ['future registeredOn']],
  ['founded today', { registeredOn: { known: '2026-03-31' } }, []],
  ['five times in a year', { revenue: series({ 2024: '10', 2025: '50' }) }, ['jump revenue 2025']],
  ['a fifth in a year', { revenue: series({ 2024: '50', 2025: '10' }) }, ['jump revenue 2025']],
  ['not quite five times', { revenue: series({ 2024: '10', 2025: '49.99' }) }, []],
  ['a gap of a year', { revenue: series({ 2023: '1', 2025: '50' }) }, []],
  ['100 billion', { amacEquity: { known: '100000000000' } }, ['huge amacEquity']],
  [
    'revenue the year before founding',
    { registeredOn: { known: '2024-01-01' }, revenue: series({ 2023: '1', 2024: '1' }) },
    ['beforeFounding revenue 2023 registeredOn'],
  ],
  ['nothing earned before founding', { registeredOn: { known: '2024-01-01' }, revenue: series({ 2023: '0' }) }, []],
  [
    'an institution opened the day before founding',
    { registeredOn: { known: '2024-01-01' }, rdInstitutionOpenedOn: { known: '2023-12-31' } },
    ['beforeFounding rdInstitutionOpenedOn registeredOn'],
  ],
])('%s', (_, facts, expected) => expect(found(facts)).toEqual(expected));
