import { type Expr, type FactDef, type PolicyDoc, type Unit, unitOf, unitOfFact } from '@tidu/rules';
import type { UnitSource } from './field-spec.ts';
import { isJson, type Json } from './shape-of.ts';

/** The unit a figure of an object is in; `none` while the document does not say enough. */
export function unitOfField(
  source: UnitSource,
  owner: Json,
  doc: PolicyDoc,
  listFields: readonly FactDef[] = [],
): Unit {
  if (typeof source === 'string') return source;
  try {
    return found(source.from, owner, doc, listFields) ?? 'none';
  } catch {
    // A document that is being put together may name what is not there yet.
    return 'none';
  }
}

function found(
  from: Exclude<UnitSource, string>['from'],
  owner: Json,
  doc: PolicyDoc,
  listFields: readonly FactDef[],
): Unit | undefined {
  const unit = (node: unknown): Unit | undefined =>
    isJson(node) ? unitOf(node as unknown as Expr, doc, listFields) : undefined;
  switch (from) {
    case 'own':
      return owner.unit as Unit | undefined;
    case 'of':
      return unit(owner.of);
    case 'by':
      return unit(owner.by);
    case 'node':
      return unit(owner);
    case 'fact':
      return unitOfFact(owner as unknown as FactDef);
    case 'paidBefore': {
      const def = doc.facts.find((fact) => fact.id === owner.paidBefore);
      return (def && unitOfFact(def)) ?? 'CNY';
    }
  }
}
