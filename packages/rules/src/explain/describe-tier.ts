import { say } from '../messages/index.ts';
import type { Gate, Route, Tier, Veto } from '../policy/document.ts';
import { findIndicator } from '../tiers/decide-tier.ts';
import { boundWords, inner, joinClauses, joinPlain, labelOf, textIn, type Wording } from './words.ts';

/** A rung in words: what must hold, what must not, and the ways in. */
export function describeTier(w: Wording, tier: Tier): string {
  const part = (key: string, list: readonly string[]): string =>
    list.length === 0 ? '' : say(`rule.tier.${key}`, { list: joinClauses(w, list) }, w.locale);
  const parts = joinPlain(w, [
    part(
      'gates',
      tier.gates.map((g) => inner(w, g.when)),
    ),
    part(
      'vetoes',
      tier.vetoes.map((v) => inner(w, v.when)),
    ),
    part(
      'routes',
      tier.routes.map(
        (route) => `${labelOf(w, route)}${say('rule.nested', { text: describeRoute(w, route) }, w.locale)}`,
      ),
    ),
  ]);
  return say('rule.tier', { label: labelOf(w, tier), parts }, w.locale);
}

export const describeGate = (w: Wording, gate: Gate): string =>
  say('rule.gate', { when: w.rule(w, gate.when) }, w.locale);

export const describeVeto = (w: Wording, veto: Veto): string =>
  say('rule.veto', { when: w.rule(w, veto.when) }, w.locale);

/** One way in, in words. */
export function describeRoute(w: Wording, route: Route): string {
  if (route.k !== 'scored') return say(`rule.route.${route.k}`, { when: w.rule(w, route.when) }, w.locale);
  const floors = (route.floors ?? []).map((floor) => {
    const label = findIndicator(route.score, floor.indicator)?.label;
    const indicator = textIn(label, w.locale, floor.indicator);
    return say('rule.route.floor', { indicator, bound: boundWords(w, floor, 'points') }, w.locale);
  });
  const total = say('rule.route.scored', { pass: boundWords(w, route.pass, 'points') }, w.locale);
  return joinPlain(w, [total, ...floors]);
}
