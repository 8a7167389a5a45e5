import type { Diagnostic } from './diagnostic.ts';
import type { PolicyDoc } from './document.ts';
import { resolveDates } from './resolve-dates.ts';
import { resolveFacts } from './resolve-facts.ts';
import { resolveNames } from './resolve-names.ts';
import { resolveNodes } from './resolve-nodes.ts';
import { resolveParts } from './resolve-parts.ts';
import { resolveRefs } from './resolve-refs.ts';
import { resolveRows } from './resolve-rows.ts';
import { resolveUnits } from './resolve-units.ts';
import { scopeOf } from './scope.ts';

/** Every error of a well-shaped document that its shape does not show: names, kinds, units, rows, parts and dates. */
export function resolvePolicy(doc: PolicyDoc): readonly Diagnostic[] {
  const scope = scopeOf(doc);
  resolveNames(scope);
  resolveFacts(scope);
  resolveDates(scope);
  resolveRefs(scope);
  resolveNodes(scope);
  resolveUnits(scope);
  resolveRows(scope);
  resolveParts(scope);
  return scope.found;
}
