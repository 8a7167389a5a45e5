import type { FirmFact } from '@tidu/api/firms/facts/contract';
import { describe, expect, it } from 'vitest';
import { bodyOf, type Changes, EMPTY, figureOf, withChange } from './changes.ts';

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
