import type { SheetDocument } from '@tidu/api/panels/contract';

type Criteria = SheetDocument['criteria'];

/** An empty line under a name that none of the others has: marks are kept by it. */
export function newCriterion(criteria: Criteria): Criteria[number] {
  let n = criteria.length + 1;
  while (criteria.some(({ id }) => id === `item-${n}`)) n++;
  const words = { 'zh-CN': '', en: '' };
  return { id: `item-${n}`, label: words, weight: 10, maxPoints: 10, fullMarks: words, mayNotApply: false };
}

/** The same lines with one of them before the one above it. */
export const withMovedUp = (criteria: Criteria, at: number): Criteria => {
  const [above, moved] = [criteria[at - 1], criteria[at]];
  return above && moved ? criteria.toSpliced(at - 1, 2, moved, above) : criteria;
};
