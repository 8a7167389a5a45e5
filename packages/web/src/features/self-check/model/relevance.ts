import type { Facts, Id } from '@tidu/rules';
import type { PolicyResult } from './evaluate-firm.ts';
import type { Question } from './questions.ts';

/**
 * Facts that can still change the result: those an open tier or award waits for, and those it took by assumption. On a
 * ladder only rungs above the one already certain count.
 */
export function openFactsOf(results: readonly PolicyResult[]): ReadonlySet<Id> {
  const open = new Set<Id>();
  for (const { doc, decision } of results) {
    const certain = doc.pick === 'highest' ? decision.tiers.findIndex((t) => t.tier === decision.best) : -1;
    const tiers = decision.tiers.filter((t, i) => t.outcome !== 'no' && i >= certain);
    for (const part of [...tiers, ...decision.awards.filter((a) => a.outcome !== 'no')]) {
      for (const id of part.needs) open.add(id);
      for (const id of part.assumed) open.add(id);
    }
  }
  return open;
}

/** Questions of the optional step that make no sense before another one of it is answered, with those others. */
export type Followers = ReadonlyMap<Id, readonly Id[]>;

/**
 * Finds followers by trying: what is no longer needed after some answer to a yes/no or word question of the step follows
 * that question (the cost of a project follows "is there a project"). Done once for the policies in force.
 */
export function followersOf(questions: readonly Question[], openWith: (facts: Facts) => ReadonlySet<Id>): Followers {
  const { leads, others } = optionalOf(questions);
  if (leads.length === 0 || others.length === 0) return new Map();
  const before = openWith({});
  const found = new Map<Id, Id[]>();
  for (const lead of leads) {
    for (const value of answersOf(lead)) {
      const after = openWith({ [lead.id]: { known: value } });
      for (const { id } of others) {
        const follows = before.has(id) && !after.has(id) && !found.get(id)?.includes(lead.id);
        if (follows) found.set(id, [...(found.get(id) ?? []), lead.id]);
      }
    }
  }
  return found;
}

/** Before that has been tried: every question of the step waits for all that may lead to it. */
export function presumedFollowers(questions: readonly Question[]): Followers {
  const { leads, others } = optionalOf(questions);
  return new Map(others.map((q) => [q.id, leads.map((lead) => lead.id)]));
}

function optionalOf(questions: readonly Question[]) {
  const inStep = questions.filter((q) => q.kind === 'fact' && q.step === 'project');
  const leads = inStep.filter((q) => answersOf(q).length > 0);
  return { leads, others: inStep.filter((q) => !leads.includes(q)) };
}

function answersOf(question: Question): readonly (boolean | string)[] {
  if (question.kind !== 'fact') return [];
  if (question.def.type === 'bool') return [true, false];
  return question.def.type === 'enum' ? (question.def.domain?.values ?? []).map((v) => v.id) : [];
}
