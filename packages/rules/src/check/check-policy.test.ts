import { describe, expect, test } from 'vitest';
import suqianJson from '../../fixtures/suqian-unicorn.policy.json' with { type: 'json' };
import ukJson from '../../fixtures/uk-bands.policy.json' with { type: 'json' };
import { shippedPolicies } from '../../testing/shipped.ts';
import { smallPolicy, tier } from '../../testing/small-policy.ts';
import { evaluateReference } from '../evaluate/evaluate-reference.ts';
import { hasMessage } from '../messages/index.ts';
import type { PolicyDoc } from '../policy/document.ts';
import { parsePolicy } from '../policy/parse.ts';
import { applyFix } from './apply-fix.ts';
import { checkPolicy } from './check-policy.ts';
import { type Finding, findingCodes } from './finding.ts';
import { tellFinding } from './tell-finding.ts';

const suqian = suqianJson as unknown as PolicyDoc;
const uk = ukJson as unknown as PolicyDoc;
const of = (found: readonly Finding[], code: string): readonly Finding[] => found.filter((f) => f.code === code);
const shipped = shippedPolicies();

describe('the published Suqian wording', () => {
  const found = checkPolicy(suqian);

  test('counts a firm of exactly 5 years by two rules', () => {
    const [twice] = of(found, 'edge-twice');
    expect(twice?.msg.args).toMatchObject({ low: '5', high: '5', unit: 'years' });
    const result = twice?.witness && evaluateReference(suqian, twice.witness.dates, twice.witness.facts).tiers[0];
    expect(result?.routes.map((r) => r.outcome)).toEqual(['yes', 'yes']);
  });

  test('has firms in both tiers, though the text divides them at USD 1 bn', () => {
    const [overlap] = of(found, 'tier-overlap');
    expect(overlap?.msg.args).toMatchObject({ tier: 'potential', other: 'unicorn', unit: 'USD' });
    const result = overlap?.witness && evaluateReference(suqian, overlap.witness.dates, overlap.witness.facts);
    expect(result?.tiers.map((t) => t.outcome)).toEqual(['yes', 'yes']);
  });

  test('leaves a firm past 9 years and below USD 1 bn in no tier', () => {
    const [gap] = of(found, 'tier-limit-gap');
    expect(gap?.msg.args).toMatchObject({ unit: 'years', value: '10' });
    const result = gap?.witness && evaluateReference(suqian, gap.witness.dates, gap.witness.facts);
    expect(result?.tiers.map((t) => t.outcome)).toEqual(['no', 'no']);
  });

  test('leaves a firm of exactly USD 1 bn out, where the upper end is read as not included', () => {
    const patch = [{ op: 'replace' as const, path: 'tiers.0.routes.1.when.of.3.op', value: 'lt' }];
    const strict = applyFix(suqian, { msg: { key: '', args: {} }, patch });
    const [gap] = of(checkPolicy(strict), 'tier-gap');
    expect(gap?.msg.args).toMatchObject({ unit: 'USD', value: '1000000000' });
    const result = gap?.witness && evaluateReference(strict, gap.witness.dates, gap.witness.facts);
    expect(result?.tiers.map((t) => t.outcome)).toEqual(['no', 'no']);
  });

  test('drops a firm on its birthday', () => {
    const [cliff] = of(found, 'time-gap');
    const { witness } = cliff ?? {};
    expect(witness?.facts).toEqual(witness?.other?.facts);
    const best = (dates = witness?.dates) => dates && witness && evaluateReference(suqian, dates, witness.facts).best;
    expect([best(), best(witness?.other?.dates)]).toEqual(['potential', undefined]);
    expect(cliff?.msg.args.value).toBe('5');
  });

  test('is told like a colleague would', () => {
    const [cliff] = of(found, 'time-gap');
    expect(cliff && tellFinding(cliff, suqian, 'zh-CN').text).toBe(
      '“潜在独角兽”在 5 年处前后标准没有接上：同一家企业 2024 年 1 月 1 日还符合，2024 年 1 月 2 日就不符合了，其他什么都没变；而更年长的企业仍可凭其他条件进入。',
    );
  });
});

describe('bands ending 25.99 and starting 26.00', () => {
  const found = of(checkPolicy(uk), 'grain-gap');

  test('have a gap after every row', () => {
    expect(found.map((f) => [f.msg.args.low, f.msg.args.high])).toEqual([
      ['15.99', '16'],
      ['25.99', '26'],
      ['35.99', '36'],
    ]);
    expect(found[1]?.witness?.facts).toEqual({ score: { known: '25.995' } });
  });

  test('are closed one by one', () => {
    const mended = found.reduce((doc, f) => (f.fix ? applyFix(doc, f.fix) : doc), uk);
    expect(parsePolicy(mended).ok).toBe(true);
    expect(checkPolicy(mended)).toEqual([]);
  });
});

describe('the shipped policies', () => {
  // Two clauses of the 2020 text wait for a person: the rest of gazelle condition (3), and the norm of clear ability.
  const errors: Readonly<Record<string, readonly string[]>> = {
    'nbhtz-ladder/2020-11-23': ['untranslatable-open ability-norm', 'untranslatable-open gazelle-own-ip-rest'],
  };

  test.each(shipped)('$name has no error but those that are there', ({ name, doc }) => {
    const others = shipped.map((x) => x.doc).filter((x) => x !== doc);
    const found = checkPolicy(doc, { others }).filter((f) => f.level === 'error');
    expect(found.map((f) => `${f.code} ${f.node}`).toSorted()).toEqual(errors[name] ?? []);
  });

  test('ask for registration and tax in the zone, which has to be reasoned', () => {
    const ladder = shipped.find((x) => x.name === 'nbhtz-ladder/2020-11-23');
    const found = ladder ? of(checkPolicy(ladder.doc), 'fairness-local') : [];
    expect(found.map((f) => f.node)).toEqual(['registeredInZone', 'taxInZone']);
    expect(found.every((f) => f.witness?.shows.map((s) => s.result).join() === 'yes,no')).toBe(true);
  });
});

describe('a document that cannot be read', () => {
  const broken = smallPolicy({
    tiers: [tier('t', { gates: [{ id: 'g', when: { k: 'in', fact: 'flagg', values: ['true'] } }] })],
  });

  test('gives its errors alone, with a change that mends them', () => {
    const found = checkPolicy(broken);
    expect(found.map((f) => f.code)).toEqual(['unknown-fact']);
    const mended = found[0]?.fix ? applyFix(broken, found[0].fix) : broken;
    expect(parsePolicy(mended).ok).toBe(true);
  });

  test('is put in order: rows from the highest down, instalments that sum to the whole', () => {
    const rows = smallPolicy({
      tiers: [
        tier('t', {
          routes: [
            {
              k: 'scored',
              id: 's',
              pass: { ge: '1' },
              score: {
                k: 'bands',
                unit: 'points',
                of: { k: 'fact', fact: 'rate' },
                rows: [{ ge: '0.1', out: '1' }, { ge: '0.5', out: '2' }, { out: '0' }],
              },
            },
          ],
        }),
      ],
      awards: [
        {
          id: 'a',
          for: 't',
          pay: { k: 'lit', value: '1', unit: 'CNY' },
          tranches: [
            { pct: '50%', when: { k: 'all', of: [] } },
            { pct: '40%', when: { k: 'all', of: [] } },
          ],
        },
      ],
    });
    const found = checkPolicy(rows);
    expect(found.map((f) => f.code)).toEqual(['rows-not-descending', 'tranches-not-whole']);
    const mended = found.reduce((doc, f) => (f.fix ? applyFix(doc, f.fix) : doc), rows);
    expect(parsePolicy(mended).ok).toBe(true);
  });
});

describe('words', () => {
  test('every code has them in both languages', () => {
    for (const locale of ['zh-CN', 'en'] as const)
      for (const code of findingCodes) expect(hasMessage(`check.${code}`, locale)).toBe(true);
  });

  test('nothing stays open in what is told of real documents', () => {
    for (const doc of [suqian, uk, ...shipped.map((x) => x.doc)])
      for (const f of checkPolicy(doc, { others: [] }))
        for (const locale of ['zh-CN', 'en'] as const) {
          const told = tellFinding(f, doc, locale);
          expect(`${told.text} ${told.fix}`).not.toMatch(/\{\w+\}|undefined|tiers\.\d|check\.|-?\binf\b/);
        }
  });
});
