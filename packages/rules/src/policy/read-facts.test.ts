import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import everyKind from '../../fixtures/every-kind.policy.json';
import { diagnostics as en } from '../messages/en/diagnostics.ts';
import { diagnostics as zh } from '../messages/zh-CN/diagnostics.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { PolicyDoc } from './document.ts';
import type { Facts } from './facts.ts';
import { readFacts } from './read-facts.ts';
import { digitsOf } from './suggest-number.ts';

const doc = everyKind as unknown as PolicyDoc;

function factsOf(json: unknown): Facts {
  const read = readFacts(doc, json);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.facts;
}
function errorsOf(json: unknown): readonly Diagnostic[] {
  const read = readFacts(doc, json);
  return read.ok ? [] : read.errors;
}
function warningsOf(json: unknown, filing?: string): readonly Diagnostic[] {
  const read = readFacts(doc, json, filing === undefined ? undefined : { filing, decision: '2026-12-31' });
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.warnings;
}

describe('readFacts', () => {
  it('reads the short form: a bare value is known, null is unknown', () => {
    expect(factsOf({ listed: false, staff: '12', field: null, 'leads-the-field': true })).toEqual({
      listed: { known: false },
      staff: { known: '12' },
      field: { state: 'unknown' },
      'leads-the-field': { known: true },
    });
  });

  it('reads the full form with its source and day, states, and disputes', () => {
    const full = {
      staff: { known: '12', source: '社保', asOf: '2025-12-31' },
      listed: { state: 'notApplicable' },
      valuation: { disputed: ['1000000000', '900000000.50'] },
      revenue: { known: { '2025': '1', '2024': null, '2023': 'notApplicable' } },
      accepted: { state: 'unknown' },
    };
    expect(factsOf(full)).toEqual(full);
  });

  it('reads series and lists in short form', () => {
    const prizes = [{ on: '2024-02-29', level: 'national', rank: null }, {}];
    expect(factsOf({ revenue: { '2025': '30000000' }, prizes })).toEqual({
      revenue: { known: { '2025': '30000000' } },
      prizes: { known: prizes },
    });
  });

  it.each([['0.06'], ['6%'], ['2/37'], ['-5']])('accepts %s for a number', (rate) => {
    expect(factsOf({ rate })).toEqual({ rate: { known: rate } });
  });

  const wrong: readonly (readonly [
    json: unknown,
    code: string,
    path: string,
    fix: Readonly<Record<string, string>>,
  ])[] = [
    [7, 'facts-not-object', '', {}],
    [[], 'facts-not-object', '', {}],
    [{ staf: '1' }, 'unknown-fact', 'staf', { suggestion: 'staff' }],
    [{ 'leads-the-feild': true }, 'unknown-fact', 'leads-the-feild', { suggestion: 'leads-the-field' }],
    [{ constructor: '1' }, 'unknown-fact', 'constructor', {}],
    [{ valuation: '3000万' }, 'value-not-number', 'valuation', { digits: '30000000' }],
    [{ valuation: { known: '1.5 亿元' } }, 'value-not-number', 'valuation.known', { digits: '150000000' }],
    [{ valuation: '30,000,000' }, 'value-not-number', 'valuation', { digits: '30000000' }],
    [{ valuation: 30000000 }, 'number-not-text', 'valuation', { text: '30000000' }],
    [{ valuation: '6%' }, 'value-not-number', 'valuation', {}],
    [{ valuation: '2/37' }, 'value-not-number', 'valuation', {}],
    [{ valuation: '1e9' }, 'value-not-number', 'valuation', {}],
    [{ valuation: 'inf' }, 'value-not-number', 'valuation', {}],
    [{ valuation: '9'.repeat(61) }, 'value-not-number', 'valuation', {}],
    [{ rate: '1/0' }, 'value-not-number', 'rate', {}],
    [{ rate: '' }, 'value-not-number', 'rate', {}],
    [{ staff: '6%' }, 'value-not-number', 'staff', {}],
    [{ staff: '12.5' }, 'value-not-whole', 'staff', {}],
    [{ staff: '12人' }, 'value-not-number', 'staff', { digits: '12' }],
    [{ staff: '-1' }, 'value-out-of-range', 'staff', { min: '0', max: '100000' }],
    [{ staff: '100001' }, 'value-out-of-range', 'staff', {}],
    [{ 'founded-on': '2023-02-30' }, 'value-not-date', 'founded-on', {}],
    [{ 'founded-on': '2023-2-3' }, 'value-not-date', 'founded-on', {}],
    [{ listed: 'true' }, 'value-not-bool', 'listed', { got: 'true' }],
    [{ 'leads-the-field': 'yes' }, 'value-not-bool', 'leads-the-field', {}],
    [{ field: 'helth' }, 'value-not-word', 'field', { suggestion: 'health' }],
    [{ field: '新材料' }, 'value-not-word', 'field', { suggestion: 'materials' }],
    [{ field: 3 }, 'value-not-word', 'field', {}],
    [{ revenue: '30000000' }, 'value-not-series', 'revenue', {}],
    [{ revenue: { '25': '1' } }, 'year-not-four-digits', 'revenue.25', {}],
    [{ revenue: { known: { '2025': '3000万' } } }, 'value-not-number', 'revenue.known.2025', { digits: '30000000' }],
    [{ revenue: { '2025': '-1' } }, 'value-out-of-range', 'revenue.2025', {}],
    [{ prizes: { on: '2024-01-01' } }, 'value-not-list', 'prizes', {}],
    [{ prizes: ['first'] }, 'value-not-list', 'prizes.0', {}],
    [{ prizes: [{ date: '2024-01-01' }] }, 'unknown-field', 'prizes.0.date', {}],
    [{ prizes: [{}, { lvel: 'national' }] }, 'unknown-field', 'prizes.1.lvel', { suggestion: 'level' }],
    [{ prizes: [{ on: '2024-02-30' }] }, 'value-not-date', 'prizes.0.on', {}],
    [{ staff: { state: 'unknwon' } }, 'unknown-state', 'staff.state', { suggestion: 'unknown' }],
    [{ staff: { disputed: [] } }, 'disputed-empty', 'staff.disputed', {}],
    [{ staff: { disputed: ['1', '1.5'] } }, 'value-not-whole', 'staff.disputed.1', {}],
    [{ staff: { known: '1', sorce: 'x' } }, 'unknown-key', 'staff.sorce', { suggestion: 'source' }],
    [{ staff: { state: 'unknown', source: 'x' } }, 'unknown-key', 'staff.source', {}],
    [{ staff: { known: '1', asOf: '2025-13-01' } }, 'value-not-date', 'staff.asOf', {}],
    [{ staff: { known: '1', source: 5 } }, 'wrong-type', 'staff.source', {}],
    [{ staff: { known: null } }, 'value-not-number', 'staff.known', {}],
  ];

  for (const [json, code, path, fix] of wrong) {
    it(`${JSON.stringify(json).slice(0, 60)} → ${code}`, () => {
      const errors = errorsOf(json);
      expect(errors.map((e) => [e.code, e.path])).toEqual([[code, path]]);
      expect(errors[0]?.fix?.args).toMatchObject(fix);
      for (const texts of [zh, en]) {
        for (const m of [errors[0]?.msg, errors[0]?.fix]) {
          const slots = [...(texts[m?.key ?? ''] ?? '{none}').matchAll(/\{([a-zA-Z]+)\}/g)].map((x) => x[1] ?? '');
          expect(Object.keys(m?.args ?? {})).toEqual(expect.arrayContaining(slots));
        }
      }
    });
  }

  it('takes plain whole numbers alone where people or things are counted by year', () => {
    const counting = {
      ...doc,
      facts: [...doc.facts, { id: 'heads', type: 'series', unit: 'people', ifMissing: 'ask' }],
    } as PolicyDoc;
    const code = (figure: string) => {
      const read = readFacts(counting, { heads: { '2025': figure } });
      return read.ok ? 'ok' : read.errors[0]?.code;
    };
    expect(['12', '12.0', '12.5', '5%', '1/3'].map(code)).toEqual([
      'ok',
      'ok',
      'value-not-whole',
      'value-not-number',
      'value-not-number',
    ]);
  });

  it('names only the bound there is', () => {
    expect(errorsOf({ staff: '-1' })[0]?.fix?.key).toBe('fix.whole-in-range');
    expect(errorsOf({ revenue: { '2025': '-1' } })[0]?.fix).toMatchObject({ key: 'fix.at-least', args: { min: '0' } });
  });

  it('reports all errors at once, with the fact they belong to', () => {
    const errors = errorsOf({ staff: '1.5', revenue: { '2024': '6%', '2025': 'x' }, nothing: '1' });
    expect(errors.map((e) => [e.path, e.node])).toEqual([
      ['staff', 'staff'],
      ['revenue.2024', 'revenue'],
      ['revenue.2025', 'revenue'],
      ['nothing', undefined],
    ]);
  });

  it('never throws, whatever JSON it is given', () => {
    const id = fc.constantFrom(...doc.facts.map((f) => f.id), 'accepted', '__proto__', 'toString');
    const value = fc.oneof(
      fc.jsonValue(),
      fc.record({ known: fc.jsonValue() }),
      fc.record({ disputed: fc.jsonValue() }),
    );
    const given = fc.oneof(fc.jsonValue(), fc.dictionary(id, value));
    fc.assert(
      fc.property(given, (json) => {
        const read = readFacts(doc, json, { decision: '2026-06-01' });
        return read.ok || read.errors.length > 0;
      }),
    );
  });

  it('reads back what it gave', () => {
    const once = factsOf({ staff: '7', listed: null, revenue: { '2025': '1' }, rate: { disputed: ['1', '2'] } });
    expect(factsOf(once)).toEqual(once);
  });
});

describe('warnings', () => {
  it.each([
    ['9', '10', 0],
    ['10', '10', 0],
    ['11', '10', 1],
  ])('part %s of whole %s gives %i', (part, staff, n) => {
    const warnings = warningsOf({ 'science-staff': part, staff });
    expect(warnings.map((w) => [w.level, w.code, w.path])).toEqual(
      n === 0 ? [] : [['warn', 'part-above-whole', 'science-staff']],
    );
  });

  it('compares series year by year and leaves open years alone', () => {
    const warnings = warningsOf({
      rd: { '2025': '2', '2024': '9', '2023': '9', '2022': '9' },
      revenue: { '2025': '1', '2024': null, '2023': 'notApplicable' },
    });
    expect(warnings.map((w) => w.path)).toEqual(['rd.2025']);
  });

  it.each([
    ['2026-06-30', undefined, 0],
    ['2026-06-30', '2026-06-29', 1],
    ['2026-06-30', '2026-06-30', 0],
    ['2026-06-30', '2026-07-01', 0],
  ])('founded %s, filed %s gives %i', (founded, filing, n) => {
    expect(warningsOf({ 'founded-on': founded }, filing).map((w) => w.code)).toEqual(n === 0 ? [] : ['span-negative']);
  });

  it('is silent about what is not known', () => {
    expect(
      warningsOf({ 'science-staff': { disputed: ['11'] }, staff: '10', 'founded-on': null }, '2026-01-01'),
    ).toEqual([]);
  });
});

describe('digitsOf', () => {
  it.each([
    ['3000万', '30000000'],
    ['3000 万元', '30000000'],
    ['1.5亿', '150000000'],
    ['￥1,200.50', '1200.5'],
    ['１２０', '120'],
    ['12k', '12000'],
    ['2千万', '20000000'],
    ['6%', undefined],
    ['1e6', undefined],
    ['about 5', undefined],
    ['', undefined],
  ])('%s → %s', (text, digits) => {
    expect(digitsOf(text)).toBe(digits);
  });
});
