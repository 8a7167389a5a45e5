import { describe, expect, it } from 'vitest';
import { readExact } from '../../../shared/format/exact.ts';
import { figureLines } from './figures.ts';
import { splitLast, valueAt } from './json-path.ts';
import { SHIPPED } from './sample-policies.ts';

/** Where `comparePolicies` of the rules expects a number of the rule; told here again, apart from the editor's own table. */
const FIGURE_KEYS = new Set(
  'value ge gt out full otherwise n min max pct ratio budget cap at minGrant quota years last withinYears validMonths step'.split(
    ' ',
  ),
);
/** Words about a figure and not the figure itself. */
const BESIDE = new Set(['cite', 'label', 'ask', 'assume', 'question', 'why']);

function scan(part: unknown, path: string, found: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (BESIDE.has(key)) continue;
    if (typeof value === 'object') scan(value, at, found);
    else if (FIGURE_KEYS.has(key) && (typeof value === 'number' || (typeof value === 'string' && readExact(value))))
      found.add(at);
  }
}

describe('the figures of a policy', () => {
  it.each(SHIPPED)('$id $inForce.from: none is left out', (doc) => {
    const wanted = new Set<string>();
    scan(doc, '', wanted);
    const told = figureLines(doc).flatMap(({ figures }) => figures.map(({ path }) => path));
    expect(wanted.size).toBeGreaterThan(10);
    expect([...wanted].filter((path) => !told.includes(path))).toEqual([]);
    expect(new Set(told).size).toBe(told.length);
  });

  it.each(SHIPPED)('$id $inForce.from: thresholds, marks and money carry a unit and a source', (doc) => {
    const all = figureLines(doc)
      .filter(({ group }) => group !== 'facts')
      .flatMap(({ figures }) => figures);
    const said = (path: string): unknown => valueAt(doc, `${splitLast(path)[0]}.unit`);
    expect(all.filter(({ unit, path }) => unit === 'none' && said(path) !== 'none').map(({ path }) => path)).toEqual(
      [],
    );
    expect(all.filter(({ cites }) => cites.length === 0).map(({ path }) => path)).toEqual([]);
  });
});
