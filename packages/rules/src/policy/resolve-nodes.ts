import type { FactDef, FactType, Id } from './document.ts';
import { suggest } from './nearest.ts';
import type { FixKey, ProblemCode } from './problem.ts';
import { wordsOf } from './read-value.ts';
import { fieldsAround, listAround, type Scope } from './scope.ts';
import { type RuleNode, walkDoc } from './walk.ts';

/** Every fact, param and field a node names is there and of the kind the node needs. */
export function resolveNodes(s: Scope): void {
  walkDoc(s.doc, (node, path, above) => {
    const fields = fieldsAround(s.doc, above);
    const look: Look = (id, key) => lookUp(s, id, `${path}.${key}`, fields, above);
    checkNode(s, node, path, look);
    if (node.k === 'growth' && !isGrowthAllowed(path, above.at(-1))) s.report('growth-misplaced', path, {}, 'use-cmp');
  });
}

type Look = (id: Id, key: string) => FactDef | undefined;

function lookUp(
  s: Scope,
  id: Id,
  path: string,
  fields: readonly FactDef[] | undefined,
  above: readonly RuleNode[],
): FactDef | undefined {
  if (!id.startsWith('item.')) {
    const def = s.facts.get(id);
    if (!def) s.report('unknown-fact', path, { id }, ...suggest(id, [...s.facts.keys()]));
    return def;
  }
  const list = listAround(above);
  if (!fields || list === undefined) {
    s.report('item-outside-list', path, { id }, ...suggest(id, [...s.facts.keys()]));
    return undefined;
  }
  const def = fields.find((f) => `item.${f.id}` === id);
  // Where the list itself is missing or is no list, that one error is enough.
  if (!def && s.facts.get(list)?.fields) {
    const known = fields.map((f) => `item.${f.id}`);
    s.report('unknown-field', path, { id, list }, ...suggest(id, known));
  }
  return def;
}

function checkNode(s: Scope, node: RuleNode, path: string, look: Look): void {
  switch (node.k) {
    case 'fact':
      return checkFigure(s, node.year, path, look(node.fact, 'fact'));
    case 'param':
      if (!s.params.has(node.param))
        s.report('unknown-param', `${path}.param`, { id: node.param }, ...suggest(node.param, [...s.params.keys()]));
      return;
    case 'in':
      return checkWords(s, node.values, path, look(node.fact, 'fact'));
    case 'provided':
      look(node.fact, 'fact');
      return;
    case 'growth':
    case 'agg':
      return expectType(s, 'series', 'fact-not-series', `${path}.series`, look(node.series, 'series'));
    case 'milestone':
      return expectType(s, 'money', 'fact-not-money', `${path}.paidBefore`, look(node.paidBefore, 'paidBefore'));
    case 'span':
      expectType(s, 'date', 'fact-not-date', `${path}.from`, look(node.from, 'from'));
      if (node.to !== 'asOf') expectType(s, 'date', 'fact-not-date', `${path}.to`, look(node.to, 'to'));
      return;
    case 'exists':
      return checkList(s, node.withinYears, path, look(node.list, 'list'));
    case 'judgement':
      if (node.id === undefined) s.report('judgement-without-id', `${path}.id`, {}, 'add-id');
      return;
  }
}

function expectType(s: Scope, type: FactType, code: ProblemCode, path: string, def: FactDef | undefined): void {
  if (!def || def.type === type) return;
  const known = [...s.facts.values()].filter((f) => f.type === type).map((f) => f.id);
  const fix: FixKey = known.length > 0 ? 'use-kind-fact' : 'define-it';
  s.report(code, path, { fact: def.id, type: def.type, id: def.id }, fix, { known: known.join(', ') });
}

const AS_NUMBER: Readonly<Record<FactType, FixKey | undefined>> = {
  int: undefined,
  num: undefined,
  money: undefined,
  series: undefined,
  bool: 'use-in',
  enum: 'use-in',
  date: 'use-span',
  list: 'use-kind-fact',
};

function checkFigure(s: Scope, year: string | undefined, path: string, def: FactDef | undefined): void {
  if (!def) return;
  const fix = AS_NUMBER[def.type];
  const args = { fact: def.id, type: def.type };
  const known = [...s.facts.values()].filter((f) => AS_NUMBER[f.type] === undefined).map((f) => f.id);
  if (fix !== undefined) s.report('fact-not-number', `${path}.fact`, args, fix, { known: known.join(', ') });
  else if (def.type === 'series' && year === undefined)
    s.report('series-without-year', `${path}.year`, args, 'add-year');
  else if (def.type !== 'series' && year !== undefined)
    s.report('year-on-single', `${path}.year`, { ...args, year }, 'remove-year');
}

function checkWords(s: Scope, values: readonly string[], path: string, def: FactDef | undefined): void {
  if (!def) return;
  if (def.type !== 'enum' && def.type !== 'bool') {
    s.report('fact-not-word', `${path}.fact`, { fact: def.id, type: def.type }, 'use-cmp');
    return;
  }
  const known = wordsOf(def);
  if (!known) return;
  values.forEach((word, i) => {
    if (known.includes(word)) return;
    s.report('word-not-in-domain', `${path}.values.${i}`, { fact: def.id, word }, ...suggest(word, known));
  });
}

function checkList(s: Scope, withinYears: number | undefined, path: string, def: FactDef | undefined): void {
  if (!def) return;
  if (def.type !== 'list') return expectType(s, 'list', 'fact-not-list', `${path}.list`, def);
  if (withinYears === undefined || def.fields?.some((f) => f.id === 'on' && f.type === 'date')) return;
  s.report('list-without-date', `${path}.withinYears`, { list: def.id }, 'add-field-on');
}

/** Growth may be irrational: it is compared with a plain number or banded, never calculated with. */
function isGrowthAllowed(path: string, parent: RuleNode | undefined): boolean {
  if (parent?.k === 'cmp') return parent.a.k !== 'growth' || parent.b.k !== 'growth' || path.endsWith('.a');
  if (parent?.k === 'bands') return true;
  return parent?.k === 'bandsBy' && path.endsWith('.by');
}
