import type { FactDef, Id, PolicyDoc } from '../../policy/document.ts';

/** The facts of a policy (口径不同的指标) that mean something else where firms tell them: another type, unit or fields. */
export function readOtherwise({ facts }: PolicyDoc, told: ReadonlyMap<Id, FactDef>): readonly Id[] {
  return facts.flatMap((def) => {
    const known = told.get(def.id);
    return known && meaningOf(known) !== meaningOf(def) ? [def.id] : [];
  });
}

const meaningOf = ({ type, unit, fields }: FactDef): string =>
  JSON.stringify([type, unit, fields?.map((field) => [field.id, field.type])]);
