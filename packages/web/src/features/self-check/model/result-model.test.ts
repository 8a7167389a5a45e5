import { explain, type Facts } from '@tidu/rules';
import { describe, expect, it } from 'vitest';
import { filterRows, sectionsOf } from './criteria-rows.ts';
import { createEvaluator } from './evaluate-firm.ts';
import { poolLinesOf } from './money-lines.ts';
import { nearMissesOf } from './near-misses.ts';
import { DATES, DOCS, GAZELLE, LADDER, POOLS, SME } from './sample-firm.ts';
import { scoreTablesOf } from './score-lines.ts';
import { aboveOf } from './standing.ts';
import { standingsIn } from './standings-in.ts';
import { summaryOf } from './summary.ts';
import { tierNode } from './unmet.ts';
import { type Explained, explainResult } from './use-explanations.ts';

const NOTHING: Explained[] = [];
const all = (facts: Facts): readonly Explained[] =>
  NOTHING.concat(createEvaluator(DOCS, DATES)(facts).map(explainResult));
const of = (facts: Facts, doc: { id: string }): Explained => {
  const found = all(facts).find((each) => each.doc.id === doc.id);
  if (!found) throw new Error(doc.id);
  return found;
};
const standings = (facts: Facts) => standingsIn(of(facts, LADDER));
const states = (facts: Facts) => standings(facts).map((s) => `${s.tier.id} ${s.state} ${s.unmet}`);

describe('standingsIn', () => {
  it('puts a gazelle on its rung, the closed one below, the next one above', () => {
    expect(states(GAZELLE)).toEqual(['startup missed 1', 'gazelle here 0', 'quasi-unicorn next 1', 'unicorn beyond 1']);
  });

  it('calls rungs possible while answers are open', () => {
    const { amacEquity: _, ...open } = GAZELLE;
    expect(states(open)[1]).toBe('gazelle possible 0');
    expect(aboveOf(standings(open))?.tier.id).toBe('gazelle');
  });

  it('aims at the rung that lacks least where none is in reach', () => {
    const vetoed = { ...GAZELLE, seriousDishonestyList: { known: true } };
    expect(states(vetoed)).toEqual([
      'startup missed 2',
      'gazelle next 1',
      'quasi-unicorn beyond 2',
      'unicorn beyond 2',
    ]);
    expect(summaryOf(standings(vetoed))).toMatchObject({ kind: 'none', above: { tier: { id: 'gazelle' } } });
  });

  it('never aims at a rung whose age the firm has passed, though it lacks as little', () => {
    const short = { ...GAZELLE, amacEquity: { known: '9500000' } };
    expect(states(short).slice(0, 2)).toEqual(['startup missed 1', 'gazelle next 1']);
    const young = { ...short, registeredOn: { known: '2022-05-01' }, classIProperty: { known: '0' } };
    expect(states(young)[0]).toMatch(/^startup (next|possible|here)/);
  });

  it('knows no rung for a firm that has answered nothing', () => {
    expect(standings({}).every((s) => s.state === 'possible')).toBe(true);
  });
});

describe('summaryOf', () => {
  it('says where the firm is and what is above', () => {
    expect(summaryOf(standings(GAZELLE))).toMatchObject({
      kind: 'here',
      here: { tier: { id: 'gazelle' } },
      above: { unmet: 1 },
    });
  });

  it('counts an answer once, however many rungs wait for it', () => {
    const { registeredInZone: _, ...open } = GAZELLE;
    expect(summaryOf(standings(open))).toMatchObject({ kind: 'open', open: 1 });
  });

  it('says plainly when no rung is reached', () => {
    expect(summaryOf(standings({ ...GAZELLE, registeredInZone: { known: false } })).kind).toBe('none');
  });
});

describe('criteria rows', () => {
  const tier = (facts: Facts, id: string) => {
    const node = tierNode(of(facts, LADDER).explanation.tree, id);
    if (!node) throw new Error(id);
    return node;
  };

  it('has a row for every gate and veto and a section for every route', () => {
    const sections = sectionsOf(tier(GAZELLE, 'gazelle'));
    const doc = LADDER.tiers.find((t) => t.id === 'gazelle');
    expect(sections.map((s) => s.kind)).toEqual(['gates', 'vetoes', 'route', 'route', 'route']);
    expect(sections[0]?.rows.filter((row) => row.depth === 0)).toHaveLength(doc?.gates.length ?? -1);
    expect(sections[1]?.rows).toHaveLength(doc?.vetoes.length ?? -1);
  });

  it('keeps "any of these" above its parts when filtered', () => {
    const facts = { ...GAZELLE, amacEquity: { known: '1' } };
    const [, , , , routeC] = sectionsOf(tier(facts, 'gazelle'));
    const rows = filterRows(routeC?.rows ?? [], 'unmet');
    expect(rows.map((row) => [row.node.id, row.depth])).toEqual([
      ['gazelle.c-extra', 0],
      ['gazelle.c-equity', 1],
      ['gazelle.c-title', 1],
    ]);
  });

  it('shows open rows alone', () => {
    const { taxInZone: _, ...open } = GAZELLE;
    const [gates] = sectionsOf(tier(open, 'gazelle'));
    expect(filterRows(gates?.rows ?? [], 'open').map((row) => row.label?.['zh-CN'])).toEqual(['在宁波高新区纳税']);
  });
});

describe('nearMissesOf', () => {
  it('finds what is short by a tenth or less, above the rung of the firm only', () => {
    const near = nearMissesOf(all({ ...GAZELLE, amacEquity: { known: '9500000' } }));
    expect(near.map((each) => each.node.id)).toContain('gazelle.c-equity');
    expect(nearMissesOf(all({ ...GAZELLE, amacEquity: { known: '1' } })).map((each) => each.node.id)).not.toContain(
      'gazelle.c-equity',
    );
  });
});

describe('score tables and money', () => {
  it('has the lines of the SME table, whose full marks sum to the whole', () => {
    const node = tierNode(explain(SME, DATES, {}).tree, 'tech-sme');
    const [table] = node ? scoreTablesOf(node) : [];
    expect(table?.lines).toHaveLength(3);
    expect(table?.lines.reduce((sum, line) => sum + Number(line.full), 0)).toBe(Number(table?.route.full));
    expect(table?.pass?.threshold?.lo).toBe('60');
  });

  it('puts every award under its pool, ruled out ones last', () => {
    const lines = poolLinesOf(of(GAZELLE, POOLS));
    expect(lines.map((line) => line.pool.id)).toEqual(POOLS.pools.map((p) => p.id));
    expect(lines.flatMap((line) => line.awards)).toHaveLength(POOLS.awards.length);
    for (const { awards } of lines) {
      const firstOut = awards.findIndex((line) => line.result.outcome === 'no');
      expect(firstOut < 0 || awards.slice(firstOut).every((line) => line.result.outcome === 'no')).toBe(true);
    }
  });
});
