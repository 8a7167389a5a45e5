import { parseDay } from '../date/day.ts';
import { findContradictions } from './contradictions.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { FactDef, FactInput, Id, PolicyDoc } from './document.ts';
import type { Dates, FactState, Facts } from './facts.ts';
import { suggest } from './nearest.ts';
import { perDoc } from './per-doc.ts';
import { problem, type Report } from './problem.ts';
import { isRecord, readBool, readValue, shown } from './read-value.ts';
import { judgementsOf } from './scope.ts';

export type ReadFacts =
  | { readonly ok: true; readonly facts: Facts; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly errors: readonly Diagnostic[] };

/** Reads one value in its own type; undefined where it is wrong, with the reason reported. */
type Reader = (value: unknown, path: string, report: Report) => FactInput | undefined;

/**
 * Reads a firm's facts as JSON against a policy. Each fact is in full form (`{known, source?, asOf?}`,
 * `{state: "unknown" | "notApplicable"}`, `{disputed: [...]}`) or short: a bare value is known, `null` is unknown.
 * Judgements are answered under their id with true or false. All errors come at once, each with its path and a fix;
 * warnings are contradictions the document itself speaks of (a part above its whole, dates in the wrong order; those
 * against the day of the policy only where `dates` are given).
 *
 * @example readFacts(doc, { employees: { '2025': '100' }, listd: true }).ok // false
 */
export function readFacts(doc: PolicyDoc, json: unknown, dates?: Dates): ReadFacts {
  if (!isRecord(json))
    return { ok: false, errors: [problem('facts-not-object', '', { got: shown(json) }, 'write-facts')] };
  const readers = readersOf(doc);
  const errors: Diagnostic[] = [];
  const facts: [Id, FactState][] = [];
  for (const [id, given] of Object.entries(json)) {
    const reader = readers.get(id);
    if (!reader) {
      errors.push(problem('unknown-fact', id, { id }, ...suggest(id, [...readers.keys()])));
      continue;
    }
    const report: Report = (...args) => void errors.push({ ...problem(...args), node: id });
    const state = readState(reader, given, id, report);
    if (state) facts.push([id, state]);
  }
  if (errors.length > 0) return { ok: false, errors };
  const read: Facts = Object.fromEntries(facts);
  return { ok: true, facts: read, warnings: findContradictions(doc, read, dates) };
}

// Reading a million firms against one document would otherwise walk it a million times.
const readersOf = perDoc((doc): ReadonlyMap<Id, Reader> => {
  const ofFact = (def: FactDef): [Id, Reader] => [def.id, (value, path, report) => readValue(def, value, path, report)];
  const ofJudgement = (id: Id): [Id, Reader] => [id, (value, path, report) => readBool({ id }, value, path, report)];
  return new Map([...[...judgementsOf(doc).keys()].map(ofJudgement), ...doc.facts.map(ofFact)]);
});

const STATES = ['unknown', 'notApplicable'];
const FULL_KEYS = ['known', 'state', 'disputed', 'source', 'asOf'];

function readState(read: Reader, given: unknown, id: Id, report: Report): FactState | undefined {
  if (given === null) return { state: 'unknown' };
  if (!isRecord(given) || !['known', 'state', 'disputed'].some((key) => Object.hasOwn(given, key))) {
    const known = read(given, id, report);
    return known === undefined ? undefined : { known };
  }
  for (const key of Object.keys(given)) {
    const known = 'known' in given ? ['known', 'source', 'asOf'] : 'state' in given ? ['state'] : ['disputed'];
    if (known.includes(key)) continue;
    if (FULL_KEYS.includes(key))
      report('unknown-key', `${id}.${key}`, { key }, 'remove-key', { known: known.join(', ') });
    else report('unknown-key', `${id}.${key}`, { key }, ...suggest(key, known));
  }
  if ('known' in given) return readKnown(read, given, id, report);
  if ('state' in given) return readOpen(given.state, id, report);
  return readDisputed(read, given.disputed, id, report);
}

function readKnown(
  read: Reader,
  given: Readonly<Record<string, unknown>>,
  id: Id,
  report: Report,
): FactState | undefined {
  const known = read(given.known, `${id}.known`, report);
  const { source, asOf } = given;
  const hasSource = typeof source === 'string';
  const hasDay = typeof asOf === 'string' && parseDay(asOf) !== undefined;
  if (source !== undefined && !hasSource)
    report('wrong-type', `${id}.source`, { field: 'source', got: shown(source), expected: '"…"' }, 'write-text');
  if (asOf !== undefined && !hasDay)
    report('value-not-date', `${id}.asOf`, { fact: id, got: shown(asOf) }, 'write-date');
  if (known === undefined) return undefined;
  return { known, ...(hasSource ? { source } : {}), ...(hasDay ? { asOf } : {}) };
}

function readOpen(state: unknown, id: Id, report: Report): FactState | undefined {
  if (state === 'unknown' || state === 'notApplicable') return { state };
  report('unknown-state', `${id}.state`, { fact: id, got: shown(state) }, ...suggest(shown(state), STATES));
  return undefined;
}

function readDisputed(read: Reader, values: unknown, id: Id, report: Report): FactState | undefined {
  if (!Array.isArray(values) || values.length === 0) {
    report('disputed-empty', `${id}.disputed`, { fact: id }, 'write-state');
    return undefined;
  }
  const disputed = values.map((value: unknown, i) => read(value, `${id}.disputed.${i}`, report));
  return disputed.every((value) => value !== undefined) ? { disputed } : undefined;
}
