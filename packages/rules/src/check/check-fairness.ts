import { num, sign } from '../number/rational.ts';
import { asOf } from '../policy/dates-of.ts';
import type { Id, Text } from '../policy/document.ts';
import { isNum } from '../policy/leaf.ts';
import { factsUsed, rootsOf } from '../policy/walk.ts';
import { anyEligible } from './check-caps.ts';
import { firmOf } from './check-gates.ts';
import { allPools } from './check-names.ts';
import { type Check, type Checked, type Claim, witnessOf } from './context.ts';
import { type Finding, type FindingCode, finding, fix, type Witness } from './finding.ts';
import { targetOf } from './witness.ts';

type Kind = Extract<FindingCode, `fairness-${'local' | 'named' | 'cultivation' | 'contribution'}`>;

/** Words by which such conditions are known, in ids and in either language; what only sounds like one is taken out first. */
const WORDS: readonly (readonly [Kind, RegExp])[] = [
  [
    'fairness-contribution',
    /local.?(tax|fiscal|contribution|revenue)|(地方|区级|本级|财政|经济|税收)(财政|经济|税收)?(贡献|留成|财力)/i,
  ],
  [
    'fairness-cultivation',
    /cultivation.?(pool|list|base)|培育(池|库|名单)|入(池|库)企业|纳入.{0,6}(培育|储备)(池|库)/i,
  ],
  [
    'fairness-named',
    /named.?(firm|operator|compan|enterprise)|(firm|company|enterprise).?name|credit.?code|指定(的)?(企业|单位|经营者)|企业名称|信用代码|名单内/i,
  ],
  [
    'fairness-local',
    /(regist|tax|locat)\w*.?in.?(the.)?(zone|district|park|city|county)|(区|市|县|园|本地|辖区|属地)[^，。；]{0,8}(注册|登记|纳税|缴税)|(注册|登记|纳税|缴税)[^，。；]{0,6}(在|于)?[^，。；]{0,4}(区|市|县|园区|本地|属地)/i,
  ],
];
const NOT_MEANT = /港澳台地区|中国境内|地区|市场|城市名称|区分|区间/g;

/**
 * Conditions the fair-competition rules criticise (《公平竞争审查条例》第十条、第十二条): registration or tax in the zone, named
 * operators, a cultivation pool, local contribution. Satisfied by a reason and an end day recorded in `fairness`.
 */
export const checkFairness: Check = (c) => [...criticised(c), ...ended(c)];

const textOf = (id: Id, ...texts: readonly (Text | undefined)[]): string =>
  [id, ...texts.flatMap((t) => Object.values(t ?? {}))].join(' ').replace(NOT_MEANT, '');
const kindOf = (text: string): Kind | undefined => WORDS.find(([, pattern]) => pattern.test(text))?.[0];

interface Criticised {
  readonly of: Id;
  readonly path: string;
  readonly kind: Kind;
  readonly places: number;
}

function criticised(c: Checked): readonly Finding[] {
  return [...byFact(c), ...byJudgement(c), ...byPool(c)].flatMap(({ of, path, kind, places }): readonly Finding[] => {
    const note = c.doc.fairness?.find((n) => n.of === of);
    if (note) return [];
    const args = { of, count: String(places) };
    const witness = setsApart(c, of);
    return [
      finding('warn', kind, path, args, {
        node: of,
        ...(witness ? { witness } : {}),
        fix: fix('record-fairness', args),
      }),
    ];
  });
}

function byFact(c: Checked): readonly Criticised[] {
  const roots = rootsOf(c.doc);
  return c.doc.facts.flatMap((def): readonly Criticised[] => {
    const kind = kindOf(textOf(def.id, def.label));
    const places = roots.filter((root) => factsUsed(root.node).includes(def.id));
    const [first] = places;
    return kind && first ? [{ of: def.id, path: first.path, kind, places: places.length }] : [];
  });
}

function byJudgement(c: Checked): readonly Criticised[] {
  const seen = new Set<Id>();
  return c.nodes.flatMap(({ node, path }): readonly Criticised[] => {
    if (node.k !== 'judgement' || node.id === undefined || seen.has(node.id)) return [];
    seen.add(node.id);
    const kind = kindOf(textOf(node.id, node.label, node.question));
    return kind ? [{ of: node.id, path, kind, places: 1 }] : [];
  });
}

function byPool(c: Checked): readonly Criticised[] {
  return allPools(c.doc.pools).flatMap((pool, i): readonly Criticised[] => {
    const kind = kindOf(textOf(pool.id, pool.label));
    return kind === 'fairness-cultivation' ? [{ of: pool.id, path: `pools.${i}`, kind, places: 1 }] : [];
  });
}

/** Two firms alike but for this one answer: one holds a tier, the other does not. */
function setsApart(c: Checked, id: Id): Witness | undefined {
  if (c.doc.facts.find((f) => f.id === id)?.type !== 'bool') return undefined;
  for (const tier of c.doc.tiers) {
    const facts = firmOf(c, tier);
    const now = facts?.[id];
    if (!facts || !now || !('known' in now)) continue;
    const other = { ...facts, [id]: { known: now.known !== true } };
    const target = targetOf('tier', tier.id);
    const claims: readonly Claim[] = [
      { target, is: 'yes' },
      { firm: 'other', target, is: 'no' },
    ];
    const witness = witnessOf(c, { facts }, claims, { facts: other });
    if (witness) return witness;
  }
  return paysApart(c, id);
}

/** The same for money: the one is paid, the other is not. */
function paysApart(c: Checked, id: Id): Witness | undefined {
  for (const award of c.doc.awards) {
    const facts = anyEligible(c, award);
    const now = facts?.[id];
    if (!facts || !now || !('known' in now)) continue;
    const target = targetOf('award', award.id);
    const claims: readonly Claim[] = [
      { target, is: (r) => isNum(r) && sign(num(r)) > 0 },
      { firm: 'other', target, is: '0' },
    ];
    const other = { ...facts, [id]: { known: now.known !== true } };
    const witness = witnessOf(c, { facts }, claims, { facts: other });
    if (witness) return witness;
  }
  return undefined;
}

/** A recorded exception that is over. */
function ended(c: Checked): readonly Finding[] {
  return (c.doc.fairness ?? []).flatMap((note, i): readonly Finding[] => {
    if (note.until >= asOf(c.doc, c.dates)) return [];
    const args = { of: note.of, day: note.until };
    return [
      finding('warn', 'fairness-ended', `fairness.${i}.until`, args, {
        node: note.of,
        fix: fix('renew-fairness', args),
      }),
    ];
  });
}
