// @vitest-environment node
import type { FirmFact } from '@tidu/api/firms/facts/contract';
import { columnsOf } from '@tidu/rules';
import { describe, expect, it } from 'vitest';
import { understandSheet } from '../self-check/import/understand-sheet.ts';
import { DATES, DOCS } from '../self-check/model/sample-firm.ts';
import { planImport } from './import-changes.ts';

const columns = columnsOf(DOCS, DATES);
const onFile = new Map([
  ['revenue@2025', { key: 'revenue@2025', state: 'known', value: '30000000' } as FirmFact],
  ['employees@2025', { key: 'employees@2025', state: 'known', value: '90' } as FirmFact],
]);

const plan = (heads: string[], row: string[]) => {
  const [first] = understandSheet([heads, row], columns).firms;
  if (!first) throw new Error('nothing was understood');
  return planImport(first, onFile);
};

describe('planImport', () => {
  it('tells what would change, what stays and what could not be read', () => {
    const { changes, changed, same, unread } = plan(
      ['营业收入 2025（万元）', '营业收入 2024（万元）', '职工总数 2025', '已上市', '成立日期'],
      ['3000', '不适用', '一百', '不清楚', '2015-05-01'],
    );
    expect(changes).toEqual({
      'revenue@2024': { state: 'notApplicable' },
      listed: { state: 'unknown' },
      registeredOn: { state: 'known', value: '2015-05-01' },
    });
    expect(changed.map(({ key, before }) => [key, before.state])).toEqual([
      ['revenue@2024', 'empty'],
      ['listed', 'empty'],
      ['registeredOn', 'empty'],
    ]);
    expect([same, unread]).toEqual([1, 1]);
  });

  it('leaves the rest of a series alone', () => {
    expect(Object.keys(plan(['营业收入 2024（万元）'], ['1']).changes)).toEqual(['revenue@2024']);
  });
});
