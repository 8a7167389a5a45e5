import { type FactDef, type PolicyDoc, walkDoc } from '@tidu/rules';
import type { Reader } from '../../db/open-database.ts';
import { listVersions, type StoredVersion } from '../../policies/queries.ts';

/** Everything the stored policies ask about a firm. */
export interface Vocabulary {
  readonly defs: readonly FactDef[];
  /** A document of these facts alone, for reading JSON against; nothing is decided by it. */
  readonly doc: PolicyDoc;
  /** Names a firm does not fill in: what a person judges, and what follows from another policy. */
  readonly isForOthers: (id: string) => boolean;
}

let last: { readonly key: string; readonly vocabulary: Vocabulary } | undefined;

/** The vocabulary of the policies stored now; put together again only when a version was added or replaced. */
export async function readVocabulary(db: Reader): Promise<Vocabulary> {
  const versions = await listVersions(db);
  const key = versions.map(({ hash }) => hash).join();
  if (last?.key !== key) last = { key, vocabulary: unite(versions) };
  return last.vocabulary;
}

/** Each fact once, as the version that came into force last defines it. */
function unite(versions: readonly StoredVersion[]): Vocabulary {
  const docs = versions.map(({ doc }) => doc).toSorted((a, b) => (a.inForce.from < b.inForce.from ? 1 : -1));
  const defs = new Map<string, FactDef>();
  const others = new Set<string>();
  for (const doc of docs) {
    for (const def of doc.facts) {
      if (def.derive) others.add(def.id);
      else if (!defs.has(def.id)) defs.set(def.id, def);
    }
    walkDoc(doc, (node) => {
      if (node.k === 'judgement' && node.id !== undefined) others.add(node.id);
    });
  }
  return { defs: [...defs.values()], doc: documentOf([...defs.values()]), isForOthers: (id) => others.has(id) };
}

const documentOf = (facts: readonly FactDef[]): PolicyDoc =>
  ({ schema: 1, id: 'firm-facts', facts, params: [], tiers: [], awards: [], stacks: [], pools: [] }) as never;
