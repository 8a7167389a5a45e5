import { compileColumns, type Dates, type PolicyDoc } from '@tidu/rules';
import { columnsCodegen } from '@tidu/rules/columns-codegen';
import ladder2020 from '@tidu/rules/policies/nbhtz-ladder/2020-11-23.json' with { type: 'json' };
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gazelle2026 } from '../../../testing/open-cases.ts';
import {
  addFirm,
  digestLoaded,
  emptyPopulation,
  type Loaded,
  populationOf,
  type SentFirm,
} from './loaded-population.ts';
import { renewed } from './renew-population.ts';

const LADDER = ladder2020 as unknown as PolicyDoc;
const DATES: Dates = { filing: '2026-04-01', decision: '2026-04-01', fiscalYearEnd: '2025-12-31' };
const PROGRAM = compileColumns(LADDER, DATES, { target: columnsCodegen });

/** Gazelles and others, some without a turnover of the last year. */
const firm = fc.record({
  id: fc.integer({ min: 0, max: 40 }).map((n) => `firm-${String(n).padStart(2, '0')}`),
  turnover: fc.constantFrom('90000000', '132250000', '400000000', undefined),
  park: fc.constantFrom('core', 'software', ''),
  industry: fc.constantFrom('C', 'I'),
});

const sent = ({ id, turnover, park, industry }: typeof firm extends fc.Arbitrary<infer T> ? T : never): SentFirm => {
  const { revenue, ...others } = { ...gazelle2026, revenue: { '2023': '100000000', '2024': '115000000' } };
  const years = { ...revenue, ...(turnover === undefined ? {} : { '2025': turnover }) };
  const rows = [
    ...Object.entries(others).flatMap(([fact, value]) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).map(([year, of]) => [fact, year, 'known', JSON.stringify(of)])
        : [[fact, '', 'known', JSON.stringify(value)]],
    ),
    ...Object.entries(years).map(([year, of]) => ['revenue', year, 'known', JSON.stringify(of)]),
  ];
  return { id, facts: JSON.stringify(rows), registeredOn: '2018-05-01', industry, park };
};

function readAnew(firms: ReadonlyMap<string, SentFirm>): Loaded {
  const loaded = emptyPopulation();
  for (const id of [...firms.keys()].toSorted()) addFirm(loaded, firms.get(id) as SentFirm);
  return loaded;
}

/** All that a trial sees of a population, by parks and without. */
const seenOf = (loaded: Loaded) =>
  [undefined, ['core'], ['software', '']].map((parks) => {
    const all = populationOf(loaded, DATES, parks);
    const { best, tiers, byReference } = PROGRAM.run(all);
    const firms = Array.from({ length: all.size }, (_, i) => [all.id(i), all.facts(i)]);
    return { firms, segments: all.segments, best, tiers, byReference };
  });

// INVARIANT (renewed-as-read-anew): whatever has changed, a renewed population is the one that is read again.
test('renewed-as-read-anew: firms that changed or came on, one after the other, give what reading all again gives', () => {
  const many = fc.uniqueArray(firm, { selector: ({ id }) => id, minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(many, { minLength: 2, maxLength: 4 }), ([first = [], ...changes]) => {
      const onFile = new Map(first.map((each) => [each.id, sent(each)]));
      let loaded = readAnew(onFile);
      for (const change of changes) {
        const before = JSON.stringify(seenOf(loaded));
        const old = loaded;
        for (const each of change) onFile.set(each.id, sent(each));
        loaded = renewed(
          old,
          change.map(sent).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        );
        const anew = readAnew(onFile);
        expect(seenOf(loaded)).toEqual(seenOf(anew));
        expect(digestLoaded(loaded)).toBe(digestLoaded(anew));
        expect(JSON.stringify(seenOf(old))).toBe(before);
      }
    }),
    { numRuns: 60 },
  );
});
