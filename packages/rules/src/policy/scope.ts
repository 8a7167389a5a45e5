import type { Diagnostic } from './diagnostic.ts';
import type { FactDef, Id, ParamDef, PolicyDoc, Pred } from './document.ts';
import { suggest } from './nearest.ts';
import { type ProblemCode, problem, type Report } from './problem.ts';
import type { RuleNode } from './walk.ts';
import { walkDoc } from './walk.ts';

type Judgement = Extract<Pred, { k: 'judgement' }>;

/** What a document defines, by name, and where its problems are gathered. */
export interface Scope {
  readonly doc: PolicyDoc;
  readonly facts: ReadonlyMap<Id, FactDef>;
  readonly params: ReadonlyMap<Id, ParamDef>;
  /** Judgements by id, the first node of each that asks. */
  readonly judgements: ReadonlyMap<Id, Judgement>;
  readonly report: Report;
  readonly found: readonly Diagnostic[];
}

export function scopeOf(doc: PolicyDoc): Scope {
  const found: Diagnostic[] = [];
  return {
    doc,
    facts: new Map(doc.facts.map((f) => [f.id, f])),
    params: new Map(doc.params.map((p) => [p.id, p])),
    judgements: judgementsOf(doc),
    report: (...args) => void found.push(problem(...args)),
    found,
  };
}

/** Every judgement node that has an id, by that id; the first one where several ask the same. */
export function judgementsOf(doc: PolicyDoc): ReadonlyMap<Id, Judgement> {
  const all = new Map<Id, Judgement>();
  walkDoc(doc, (node) => {
    if (node.k === 'judgement' && node.id !== undefined && !all.has(node.id)) all.set(node.id, node);
  });
  return all;
}

/** Reports a name that is not among the known ones, with the nearest of them. */
export function expectKnown(s: Scope, code: ProblemCode, path: string, id: Id, known: Iterable<Id>): boolean {
  const all = [...known];
  if (all.includes(id)) return true;
  s.report(code, path, { id }, ...suggest(id, all));
  return false;
}

/** The list whose records a node looks through: that of the nearest `exists` above it. */
export function listAround(above: readonly RuleNode[]): Id | undefined {
  return above.findLast((node) => node.k === 'exists')?.list;
}

/** Fields of the list around a node; undefined outside any list, empty where the list itself is not there. */
export function fieldsAround(doc: PolicyDoc, above: readonly RuleNode[]): readonly FactDef[] | undefined {
  const list = listAround(above);
  return list === undefined ? undefined : (doc.facts.find((f) => f.id === list)?.fields ?? []);
}
