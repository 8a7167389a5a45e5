import { expect, test } from 'vitest';
import { isFiltered, queryOf, readFilters, withFilter } from './desk-filters.ts';

test('takes known filters from the address and leaves the rest', () => {
  expect(readFilters({ q: '青瓷', state: 'submitted', overdue: 1, colour: 'red', scheme: '', poolYear: 2026 })).toEqual(
    {
      q: '青瓷',
      state: 'submitted',
      overdue: '1',
      poolYear: '2026',
    },
  );
});

test('writes the same filters for the API, whatever their order', () => {
  expect(queryOf({ state: 'submitted,returned', q: '宁波 nb' })).toBe(
    'q=%E5%AE%81%E6%B3%A2+nb&state=submitted%2Creturned',
  );
});

test('an empty value takes a filter out', () => {
  const filters = withFilter({ q: '青瓷', overdue: '1' }, 'overdue', undefined);
  expect(filters).toEqual({ q: '青瓷' });
  expect(isFiltered(withFilter(filters, 'q', ''))).toBe(false);
});
