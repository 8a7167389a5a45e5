import type { SheetDocument } from '@tidu/api/panels/contract';
import { describe, expect, it } from 'vitest';
import { newCriterion, withMovedUp } from './edit-criteria.ts';

const lines = (...ids: string[]) => ids.map((id) => ({ ...newCriterion([]), id })) as SheetDocument['criteria'];

describe('editing criteria', () => {
  it.each([
    [[], 'item-1'],
    [['a', 'b'], 'item-3'],
    [['a', 'item-3'], 'item-4'],
  ])('a new line beside %j is called %s', (ids, id) => {
    expect(newCriterion(lines(...ids)).id).toBe(id);
  });

  it.each([
    [1, ['b', 'a', 'c']],
    [2, ['a', 'c', 'b']],
    [0, ['a', 'b', 'c']],
  ])('line %i moves up', (at, order) => {
    expect(withMovedUp(lines('a', 'b', 'c'), at).map(({ id }) => id)).toEqual(order);
  });
});
