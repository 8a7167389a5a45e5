import { describe, expect, test } from 'vitest';
import { contents } from './contents.ts';
import { naming } from './naming.ts';
import { readTree, treeOf } from './tree.ts';

const tree = readTree();

describe.each([...naming, ...contents])('$name', ({ fix, offenders, bad }) => {
  test('holds', () => {
    expect(offenders(tree), `To fix: ${fix}.`).toEqual([]);
  });

  test.each(bad)('refuses bad example %#', (example) => {
    expect(offenders(treeOf(example))).not.toEqual([]);
  });
});
