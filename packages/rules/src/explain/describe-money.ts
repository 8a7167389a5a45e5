import { say } from '../messages/index.ts';
import type { Award, Cap, Id, Pool, Stack } from '../policy/document.ts';
import { onlyValue } from './describe-value.ts';
import { formatQuantity } from './format.ts';
import { factLabel, inner, joinClauses, joinPlain, joinWords, labelOf, type Wording } from './words.ts';

const yuan = (w: Wording, amount: string): string => formatQuantity(amount, 'CNY', w.locale, 'exact');
const share = (w: Wording, ratio: string): string => formatQuantity(ratio, 'ratio', w.locale, 'exact');

/** An award in words: for whom, how much, its ceilings and how it is paid. */
export function describeAward(w: Wording, award: Award): string {
  const parts = joinPlain(w, [
    forWhom(w, award),
    award.pay ? say('rule.award.pay', { pay: inner(w, award.pay) }, w.locale) : '',
    award.match ? describeMatch(w, award.match) : '',
    ...(award.caps ?? []).map((cap) => describeCap(w, cap)),
    award.floorPay ? describeFloorPay(w, award.floorPay) : '',
    award.share ? shares(w, award.share) : '',
    award.tranches ? tranches(w, award.tranches) : '',
  ]);
  return say('rule.award', { label: labelOf(w, award), parts }, w.locale);
}

function forWhom(w: Wording, award: Award): string {
  if (typeof award.for !== 'string') return say('rule.award.if', { when: w.rule(w, award.for) }, w.locale);
  const tier = w.doc.tiers.find((t) => t.id === award.for);
  return say('rule.award.tier', { tier: tier ? labelOf(w, tier) : award.for }, w.locale);
}

/** Matching money in words. */
export function describeMatch(w: Wording, match: NonNullable<Award['match']>): string {
  const args = { upstream: factLabel(w, match.upstream), ratio: share(w, match.ratio) };
  if (match.cap === undefined) return say('rule.award.match', args, w.locale);
  return say('rule.award.matchCap', { ...args, cap: yuan(w, match.cap) }, w.locale);
}

/** A ceiling in words. */
export function describeCap(w: Wording, cap: Cap): string {
  const text = say(
    `rule.cap.${cap.kind}`,
    { max: (cap.max.k === 'param' ? onlyValue(w, cap.max.param) : undefined) ?? inner(w, cap.max) },
    w.locale,
  );
  return cap.used === undefined ? text : say('rule.cap.used', { text, used: factLabel(w, cap.used) }, w.locale);
}

/** What happens to small amounts, in words. */
export const describeFloorPay = (w: Wording, floor: NonNullable<Award['floorPay']>): string =>
  say(`rule.floorPay.${floor.below}`, { at: yuan(w, floor.at) }, w.locale);

function shares(w: Wording, by: NonNullable<Award['share']>): string {
  const parts = Object.entries(by).map(([payer, ratio]) =>
    say('rule.award.shareOf', { payer, ratio: share(w, ratio) }, w.locale),
  );
  return say('rule.award.share', { list: joinWords(w, parts) }, w.locale);
}

function tranches(w: Wording, of: NonNullable<Award['tranches']>): string {
  const parts = of.map((t) => {
    const when = t.label ? labelOf(w, { label: t.label }) : inner(w, t.when);
    return say('rule.award.tranche', { ratio: share(w, t.pct), when }, w.locale);
  });
  return say('rule.award.tranches', { n: String(of.length), list: joinClauses(w, parts) }, w.locale);
}

/** Awards by name. */
export const awardNames = (w: Wording, ids: readonly Id[]): string =>
  joinWords(
    w,
    ids.map((id) => labelOf(w, w.doc.awards.find((a) => a.id === id) ?? { id })),
  );

/** A stacking rule in words. */
export function describeStack(w: Wording, stack: Stack): string {
  const paid = stack.paidBefore === undefined ? '' : factLabel(w, stack.paidBefore);
  const text = say(`rule.stack.${stack.rule}`, { awards: awardNames(w, stack.awards), paid }, w.locale);
  return stack.within ? say('rule.stack.within', { text, within: inner(w, stack.within) }, w.locale) : text;
}

/** A pool in words. */
export function describePool(w: Wording, pool: Pool): string {
  const method = joinPlain(w, [
    say(`rule.pool.${pool.method}`, {}, w.locale),
    pool.minGrant === undefined ? '' : say('rule.pool.minGrant', { min: yuan(w, pool.minGrant) }, w.locale),
    pool.quota === undefined ? '' : say('rule.pool.quota', { quota: String(pool.quota) }, w.locale),
  ]);
  const awards = pool.awards.length > 0 ? pool.awards : (pool.sub ?? []).flatMap((s) => s.awards);
  return say(
    'rule.pool',
    { label: labelOf(w, pool), budget: yuan(w, pool.budget), awards: awardNames(w, awards), method },
    w.locale,
  );
}
