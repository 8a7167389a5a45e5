import type { Base, Id, Pool, Tier } from './document.ts';
import type { Scope } from './scope.ts';
import { walkDoc } from './walk.ts';

/**
 * Names are unique where they are looked up: facts, params and judgements together (a judgement may ask the same
 * question again); tiers, awards, stacks, pools and untranslatable clauses together; and inside one tier or award all
 * gates, vetoes, routes and named nodes, none of which may take the name of a whole tier or award.
 */
export function resolveNames(s: Scope): void {
  const inputs = namesTaken(s);
  s.doc.facts.forEach((fact, i) => {
    inputs(fact.id, `facts.${i}.id`);
    const fields = namesTaken(s);
    fact.fields?.forEach((field, j) => fields(field.id, `facts.${i}.fields.${j}.id`));
    wordNames(s, fact.domain?.values ?? [], `facts.${i}`);
  });
  s.doc.params.forEach((param, i) => inputs(param.id, `params.${i}.id`));
  const top = topNames(s);
  nestedNames(s, top, inputs);
}

function wordNames(s: Scope, values: readonly { readonly id: string }[], at: string): void {
  const words = namesTaken(s);
  values.forEach((word, i) => words(word.id, `${at}.domain.values.${i}.id`));
}

type Take = (id: Id, path: string) => void;

/** Remembers names with the place that took them first and reports the second taker. */
function namesTaken(s: Scope, outer: ReadonlyMap<Id, string> = new Map(), own = new Map<Id, string>()): Take {
  return (id, path) => {
    const first = own.get(id) ?? outer.get(id);
    if (first === undefined) own.set(id, path);
    else s.report('duplicate-id', path, { id, first }, 'name-other');
  };
}

function topNames(s: Scope): ReadonlyMap<Id, string> {
  const own = new Map<Id, string>();
  const take = namesTaken(s, new Map(), own);
  const all = (key: string, things: readonly Pick<Base, 'id'>[]): void =>
    things.forEach((thing, i) => take(thing.id, `${key}.${i}.id`));
  const pools = (key: string, these: readonly Pool[]): void => {
    all(key, these);
    these.forEach((pool, i) => pools(`${key}.${i}.sub`, pool.sub ?? []));
  };
  all('tiers', s.doc.tiers);
  all('awards', s.doc.awards);
  all('stacks', s.doc.stacks);
  pools('pools', s.doc.pools);
  all('untranslatable', s.doc.untranslatable ?? []);
  return own;
}

function nestedNames(s: Scope, top: ReadonlyMap<Id, string>, inputs: Take): void {
  const inside = new Map<string, Take>();
  const takeIn = (root: string): Take => {
    const take = inside.get(root) ?? namesTaken(s, top);
    inside.set(root, take);
    return take;
  };
  s.doc.tiers.forEach((tier, t) => tierNames(tier, `tiers.${t}`, takeIn(`tiers.${t}`)));
  const asked = new Map<Id, string>();
  walkDoc(s.doc, (node, path) => {
    if (!('id' in node) || node.id === undefined) return;
    if (node.k !== 'judgement') return takeIn(path.split('.', 2).join('.'))(node.id, `${path}.id`);
    const question = JSON.stringify(node.question);
    if (asked.get(node.id) !== question) inputs(node.id, `${path}.id`);
    asked.set(node.id, question);
  });
}

function tierNames(tier: Tier, at: string, take: Take): void {
  tier.gates.forEach((gate, i) => take(gate.id, `${at}.gates.${i}.id`));
  tier.vetoes.forEach((veto, i) => take(veto.id, `${at}.vetoes.${i}.id`));
  tier.routes.forEach((route, i) => take(route.id, `${at}.routes.${i}.id`));
}
