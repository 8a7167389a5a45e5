import { readdirSync, readFileSync } from 'node:fs';
import type { PolicyCase } from '../src/cases/policy-case.ts';
import type { FactInput, PolicyDoc } from '../src/policy/document.ts';
import type { FactState, Facts } from '../src/policy/facts.ts';

/** A shipped version of a policy with its worked cases. */
export interface Shipped {
  readonly name: string;
  readonly doc: PolicyDoc;
  readonly cases: readonly PolicyCase[];
}

const ROOT = new URL('../policies/', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, ROOT), 'utf8'));

/** Every policy version in `policies/`. */
export function shippedPolicies(): readonly Shipped[] {
  return readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json') && !path.endsWith('.cases.json'))
    .sort()
    .map((path) => ({
      name: path.replace(/\.json$/, ''),
      doc: read(path) as PolicyDoc,
      cases: read(path.replace(/\.json$/, '.cases.json')) as readonly PolicyCase[],
    }));
}

/** The facts of a case, bare values written out as known. */
export function factsOf(given: PolicyCase['facts']): Facts {
  return Object.fromEntries(Object.entries(given).map(([id, value]): [string, FactState] => [id, stateOf(value)]));
}

function stateOf(value: FactState | FactInput | null): FactState {
  if (value === null) return { state: 'unknown' };
  const isState =
    typeof value === 'object' &&
    ('known' in value || 'disputed' in value || ('state' in value && !Array.isArray(value)));
  return isState ? (value as FactState) : { known: value as FactInput };
}
