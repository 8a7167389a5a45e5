import { describe, expect, it } from 'vitest';
import { inForceOn } from './policy-validity.tsx';

describe('inForceOn', () => {
  it.each([
    ['2018-02-28', 'coming'],
    ['2018-03-01', 'current'],
    ['2020-11-22', 'current'],
    ['2020-11-23', 'past'],
  ])('%s is %s for 2018-03-01 to 2020-11-22', (day, state) =>
    expect(inForceOn(day, '2018-03-01', '2020-11-22')).toBe(state),
  );
  it('never ends without an end', () => expect(inForceOn('2099-01-01', '2018-03-01', undefined)).toBe('current'));
});
