import { describe, expect, it } from 'vitest';
import everyKind from '../../fixtures/every-kind.policy.json';
import type { Expr, PolicyDoc, Pred } from './document.ts';
import { childrenOf, factsUsed, type RuleNode, walkDoc, walkNode } from './walk.ts';

const doc = everyKind as unknown as PolicyDoc;

/** What stands at a path, found without the walk. */
const at = (path: string): unknown =>
  path.split('.').reduce<unknown>((here, key) => (here as Record<string, unknown>)[key], doc);

/** Every object with a node kind in the raw JSON; routes have a `k` of their own. */
function countNodes(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = 'k' in value && !['direct', 'criteria', 'negotiated', 'scored'].includes(String(value.k)) ? 1 : 0;
  return own + Object.values(value).reduce<number>((n, inner) => n + countNodes(inner), 0);
}

describe('walkDoc', () => {
  it('visits every node of the document once, at its path, parents first', () => {
    const seen = new Map<string, RuleNode>();
    walkDoc(doc, (node, path, above) => {
      expect(at(path)).toBe(node);
      expect(seen.has(path)).toBe(false);
      for (const parent of above) expect([...seen.values()]).toContain(parent);
      seen.set(path, node);
    });
    expect(seen.size).toBe(countNodes(everyKind));
    expect([...seen.keys()]).toContain('tiers.1.routes.0.when.of.1');
  });

  it('meets every kind of node', () => {
    const kinds = new Set<string>();
    walkDoc(doc, (node) => kinds.add(node.k));
    expect([...kinds].toSorted()).toEqual(
      (
        'lit fact param add sub mul div min max neg round growth agg span fx cond milestone cmp in all any not atLeast ' +
        'exists provided judgement bands bandsBy table marginal linear indicator sum bestOf bonus'
      )
        .split(' ')
        .toSorted(),
    );
  });
});

describe('childrenOf and walkNode', () => {
  const of: Expr = { k: 'lit', value: '1', unit: 'none' };
  const yes: Pred = { k: 'provided', fact: 'x' };
  it('gives keys that lead to the child', () => {
    expect(childrenOf({ k: 'cond', if: yes, then: of, else: of }).map((c) => c.key)).toEqual(['if', 'then', 'else']);
    expect(
      childrenOf({ k: 'table', hit: 'first', otherwise: '0', unit: 'none', rows: [{ when: yes, out: '1' }] }),
    ).toEqual([{ key: 'rows.0.when', node: yes }]);
    expect(childrenOf(of)).toEqual([]);
  });
  it('starts at the path it is given', () => {
    const paths: string[] = [];
    walkNode({ k: 'not', of: yes }, 'awards.0.for', (_, path) => paths.push(path));
    expect(paths).toEqual(['awards.0.for', 'awards.0.for.of']);
  });
});

describe('factsUsed', () => {
  it('names facts and judgements in order, each once, and not the fields of records', () => {
    const node: Pred = {
      k: 'all',
      of: [
        {
          k: 'cmp',
          op: 'ge',
          a: { k: 'growth', how: 'cagr', series: 'g', years: 1, badBase: 'fail' },
          b: { k: 'agg', how: 'sum', series: 's', last: 2 },
        },
        {
          k: 'cmp',
          op: 'ge',
          a: { k: 'span', from: 'd1', to: 'asOf', how: 'days' },
          b: { k: 'span', from: 'd1', to: 'd2', how: 'days' },
        },
        { k: 'exists', list: 'l', where: { k: 'in', fact: 'item.level', values: ['a'] } },
        {
          k: 'cmp',
          op: 'ge',
          a: { k: 'milestone', of: { k: 'fact', fact: 'f', year: 'T' }, paidBefore: 'p', rows: [] },
          b: { k: 'param', param: 'not-a-fact' },
        },
        {
          k: 'any',
          of: [
            { k: 'judgement', id: 'j', question: {} },
            { k: 'provided', fact: 'v' },
            { k: 'in', fact: 'g', values: [] },
          ],
        },
      ],
    };
    expect(factsUsed(node)).toEqual(['g', 's', 'd1', 'd2', 'l', 'p', 'f', 'j', 'v']);
  });
});
