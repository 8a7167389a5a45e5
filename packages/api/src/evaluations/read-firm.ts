import {
  type Dates,
  type Diagnostic,
  deriveFacts,
  type Evaluate,
  type FactDef,
  type Facts,
  type PolicyDoc,
  pickVersion,
  readFacts,
} from '@tidu/rules';
import type { PickedPolicy } from './pick-policy.ts';

/** A firm read against a policy, with the facts that come from other policies filled in, or everything that is wrong with it. */
export type ReadFirm =
  | {
      readonly ok: true;
      readonly facts: Facts;
      readonly derived: readonly Derived[];
      readonly warnings: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly errors: readonly Diagnostic[] };

/** A fact taken from another policy's result (派生指标), e.g. the zone's tier. */
export interface Derived {
  readonly fact: string;
  readonly from: string;
}

/**
 * Makes a reader of firms for one policy on given dates. Facts of a policy that fills one of its facts (the ladder behind
 * `zoneTier`) may be given as well, because the firm fills in one form.
 */
export function createFirmReader(
  { version, docs }: PickedPolicy,
  dates: Dates,
  evaluate?: Evaluate,
): (json: unknown) => ReadFirm {
  const { doc } = version;
  const wide = withSources(doc, docs, dates);
  return (json) => {
    if (hasTooMany(json)) return { ok: false, errors: [tooMany] };
    const read = readFacts(wide, json, dates);
    if (!read.ok) return read;
    const facts = deriveFacts(docs, doc, dates, read.facts, evaluate);
    const derived = doc.facts.flatMap((def) =>
      def.derive && read.facts[def.id] === undefined && facts[def.id] !== undefined
        ? [{ fact: def.id, from: def.derive.policy }]
        : [],
    );
    return { ok: true, facts, derived, warnings: read.warnings };
  };
}

/** The policies in force whose results fill facts of this one. */
export function sourcesOf(doc: PolicyDoc, docs: readonly PolicyDoc[], dates: Dates): readonly PolicyDoc[] {
  const ids = new Set(doc.facts.flatMap((def) => (def.derive ? [def.derive.policy] : [])));
  return [...ids].flatMap((id) => {
    const picked = pickVersion(docs, id, dates);
    return 'facts' in picked ? [picked] : [];
  });
}

/** Facts of the policy and of those that fill some of them, each once; for their labels. */
export function factsAround({ version, docs }: PickedPolicy, dates: Dates): readonly FactDef[] {
  const all = [...sourcesOf(version.doc, docs, dates), version.doc].flatMap((doc) => doc.facts);
  return [...new Map(all.map((def) => [def.id, def])).values()];
}

/** The document with the facts and judgements of its sources; for reading only, never for deciding. */
function withSources(doc: PolicyDoc, docs: readonly PolicyDoc[], dates: Dates): PolicyDoc {
  const sources = sourcesOf(doc, docs, dates);
  if (sources.length === 0) return doc;
  const own = new Set(doc.facts.map((def) => def.id));
  const added = new Map(sources.flatMap((source) => source.facts).map((def) => [def.id, def]));
  return {
    ...doc,
    facts: [...doc.facts, ...[...added.values()].filter((def) => !own.has(def.id))],
    tiers: [...doc.tiers, ...sources.flatMap((source) => source.tiers)],
  };
}

// No policy asks for more; looking for the word meant by each of 50,000 unknown names would stop the server for seconds.
const MOST_FACTS = 1000;

const hasTooMany = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && Object.keys(json).length > MOST_FACTS;

const tooMany: Diagnostic = {
  code: 'too-many-facts',
  level: 'error',
  path: '',
  msg: { key: 'api.detail.too-many-facts', args: { most: String(MOST_FACTS) } },
  fix: { key: 'api.fix.fewer-facts', args: {} },
};
