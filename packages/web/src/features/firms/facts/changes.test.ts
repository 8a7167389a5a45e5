import type { FirmFact } from '@tidu/api/firms/facts/contract';
import { describe, expect, it } from 'vitest';
import { bodyOf, type Changes, EMPTY, factsWith, figureOf, withChange } from './changes.ts';

const fact = (key: string, more: Partial<FirmFact>): FirmFact => ({
  id: `id of ${key}`,
  key,
  fact: key,
  state: 'known',
  source: 'declared',
  evidence: [],
  recordedAt: '',
  recordedBy: '',
  ...more,
});

describe('changes of figures', () => {
  it('are none where a figure goes back to what is on file', () => {
    const onFile = fact('listed', { value: true });
    const changed = withChange({}, 'listed', { state: 'known', value: false }, onFile);
    expect(changed).toEqual({ listed: { state: 'known', value: false } });
    expect(withChange(changed, 'listed', { state: 'known', value: true }, onFile)).toEqual({});
    expect(withChange({}, 'listed', EMPTY, undefined)).toEqual({});
    expect(figureOf(fact('x', { state: 'unknown' }))).toEqual({ state: 'unknown' });
  });

  it('go out as facts, years together, each with what it is based on; emptied ones are cleared', () => {
    const changes: Changes = {
      'revenue@2024': { state: 'known', value: '1' },
      'revenue@2025': { state: 'unknown' },
      'revenue@2013': { state: 'notApplicable' },
      listed: { state: 'known', value: false },
      valuationUsd: { state: 'notApplicable' },
      founderLed: EMPTY,
    };
    const onFile = new Map([
      ['listed', fact('listed', { value: true })],
      ['founderLed', fact('founderLed', { value: true })],
    ]);
    expect(bodyOf(changes, onFile)).toEqual({
      facts: {
        revenue: { 2024: '1', 2025: null, 2013: 'notApplicable' },
        listed: { known: false },
        valuationUsd: { state: 'notApplicable' },
      },
      about: {
        'revenue@2024': { basedOn: null },
        'revenue@2025': { basedOn: null },
        'revenue@2013': { basedOn: null },
        listed: { basedOn: 'id of listed' },
        valuationUsd: { basedOn: null },
      },
      clear: ['founderLed'],
    });
  });
});

it('stand beside what is on file as facts: a change goes over it, what is cleared is gone, a year not known stays so', () => {
  const onFile = [
    fact('employees@2024', { year: '2024', value: '40' }),
    fact('employees@2025', { year: '2025', value: '50' }),
    fact('rdStaff@2025', { year: '2025', value: '9' }),
    fact('registeredOn', { value: '2016-04-16' }),
    fact('listed', { value: true }),
  ];
  const changes: Changes = {
    'employees@2025': { state: 'known', value: '5' },
    'employees@2024': { state: 'unknown' },
    listed: EMPTY,
  };
  expect(factsWith(onFile, changes)).toEqual({
    employees: { known: { '2024': null, '2025': '5' } },
    rdStaff: { known: { '2025': '9' } },
    registeredOn: { known: '2016-04-16' },
  });
});
