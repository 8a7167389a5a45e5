import type { Award, Id, Pool, Route } from './document.ts';
import { expectKnown, type Scope } from './scope.ts';
import { walkDoc, walkNode } from './walk.ts';

/** Names used outside nodes point at something of the right kind: tiers, awards, indicators, money facts, taints. */
export function resolveRefs(s: Scope): void {
  s.doc.tiers.forEach((tier, t) =>
    tier.routes.forEach((route, i) => {
      floorsOf(s, route, `tiers.${t}.routes.${i}`);
    }),
  );
  s.doc.awards.forEach((award, i) => {
    awardRefs(s, award, `awards.${i}`);
  });
  s.doc.stacks.forEach((stack, i) => {
    members(s, stack.awards, `stacks.${i}.awards`);
    if (stack.paidBefore !== undefined) expectMoney(s, stack.paidBefore, `stacks.${i}.paidBefore`);
    if (stack.rule === 'topUp' && stack.paidBefore === undefined)
      s.report('top-up-without-paid', `stacks.${i}.paidBefore`, { id: stack.id }, 'name-paid-before');
  });
  const keys = orderKeys(s);
  s.doc.pools.forEach((pool, i) => {
    poolRefs(s, pool, `pools.${i}`, keys);
  });
  const targets = taintable(s);
  s.doc.untranslatable?.forEach((clause, i) => {
    clause.taints.forEach((id, j) => {
      expectKnown(s, 'unknown-target', `untranslatable.${i}.taints.${j}`, id, targets);
    });
  });
}

function floorsOf(s: Scope, route: Route, at: string): void {
  if (route.k !== 'scored' || !route.floors) return;
  const indicators: Id[] = [];
  walkNode(route.score, '', (node) => {
    if (node.k === 'indicator' && node.id !== undefined) indicators.push(node.id);
  });
  route.floors.forEach((floor, i) => {
    expectKnown(s, 'unknown-indicator', `${at}.floors.${i}.indicator`, floor.indicator, indicators);
  });
}

function awardRefs(s: Scope, award: Award, at: string): void {
  if (typeof award.for === 'string') {
    const tiers = s.doc.tiers.map((tier) => tier.id);
    expectKnown(s, 'unknown-tier', `${at}.for`, award.for, tiers);
  }
  if (award.match) expectMoney(s, award.match.upstream, `${at}.match.upstream`);
  award.caps?.forEach((cap, i) => {
    if (cap.used !== undefined) expectMoney(s, cap.used, `${at}.caps.${i}.used`);
  });
}

/** The fact is there and holds money in CNY, as awards are paid in CNY. */
function expectMoney(s: Scope, id: Id, path: string): void {
  const money = [...s.facts.values()].filter((f) => f.type === 'money').map((f) => f.id);
  const def = s.facts.get(id);
  if (!def) expectKnown(s, 'unknown-fact', path, id, s.facts.keys());
  else if (def.type !== 'money')
    s.report('fact-not-money', path, { fact: id, type: def.type }, 'use-kind-fact', { known: money.join(', ') });
  else if ((def.unit ?? 'CNY') !== 'CNY')
    s.report('unit-not-expected', path, { got: def.unit ?? 'CNY', expected: 'CNY' }, 'convert-currency');
}

function members(s: Scope, awards: readonly Id[], at: string): void {
  const known = s.doc.awards.map((award) => award.id);
  awards.forEach((id, i) => {
    const path = `${at}.${i}`;
    if (!expectKnown(s, 'unknown-award', path, id, known)) return;
    if (awards.indexOf(id) < i) s.report('award-twice', path, { award: id }, 'keep-one-award');
  });
}

function poolRefs(s: Scope, pool: Pool, at: string, keys: readonly Id[]): void {
  members(s, pool.awards, `${at}.awards`);
  pool.order.forEach((order, i) => {
    expectKnown(s, 'unknown-order', `${at}.order.${i}.by`, order.by, keys);
  });
  pool.sub?.forEach((sub, i) => {
    poolRefs(s, sub, `${at}.sub.${i}`, keys);
  });
}

/** What a pool may be ranked by besides facts, judgements, scored routes and named scores. */
const RESERVED_ORDER = ['points', 'amount', 'filedOn'];

function orderKeys(s: Scope): readonly Id[] {
  const routes = s.doc.tiers.flatMap((tier) => tier.routes.filter((r) => r.k === 'scored').map((r) => r.id));
  const named: Id[] = [];
  walkDoc(s.doc, (node) => {
    if (node.k === 'indicator' && node.id !== undefined) named.push(node.id);
  });
  return [...RESERVED_ORDER, ...s.facts.keys(), ...s.judgements.keys(), ...routes, ...named];
}

function taintable(s: Scope): readonly Id[] {
  const { doc } = s;
  const inTiers = doc.tiers.flatMap((tier) => [tier, ...tier.gates, ...tier.vetoes, ...tier.routes]);
  const named: Id[] = [];
  walkDoc(doc, (node) => {
    if ('id' in node && node.id !== undefined) named.push(node.id);
  });
  return [doc.id, ...[...inTiers, ...doc.awards, ...doc.stacks, ...doc.pools].map((x) => x.id), ...named];
}
