import type { DraftContent } from '@tidu/api/applications/drafts/contract';
import { describe, expect, it } from 'vitest';
import { figureKeys, proofsOf } from './figure-keys.ts';

describe('figureKeys', () => {
  it.each([
    ['no answer', undefined, []],
    ['not known yet', { state: 'unknown' }, []],
    ['one value', { known: true }, ['fact']],
    ['dated records', { known: [] }, ['fact']],
    ['years, the latest first', { known: { 2023: '1', 2025: '3', 2024: null } }, ['fact@2025', 'fact@2023']],
  ])('%s', (_what, state, keys) => {
    expect(figureKeys('fact', state as never)).toEqual(keys);
  });
});

describe('proofsOf', () => {
  const profile = {
    facts: { revenue: { known: { 2025: '5', 2024: '4' } } },
    sources: { 'revenue@2025': { source: 'proven' as const, evidence: ['on-file'] } },
  };
  const content = (facts: object, evidence: object = {}) => ({ facts, evidence }) as DraftContent;

  it.each([
    ['on file while the answer is the one on file', content({}), ['on-file']],
    ['on file while another year was changed', content({ revenue: { known: { 2025: '5', 2024: '9' } } }), ['on-file']],
    ['none once the figure is another one', content({ revenue: { known: { 2025: '6' } } }), []],
    ['what was put there', content({ revenue: { known: { 2025: '6' } } }, { 'revenue@2025': ['new'] }), ['new']],
    ['nothing where all was taken away', content({}, { 'revenue@2025': [] }), []],
  ])('%s', (_what, given, files) => {
    expect(proofsOf('revenue@2025', given, profile)).toEqual(files);
  });
});
