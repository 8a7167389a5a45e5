import type { FactDef, PolicyDoc } from '@tidu/rules';
import type { Reader } from '../../db/open-database.ts';
import { readVocabulary } from '../../firms/facts/vocabulary.ts';
import { listVersions } from '../../policies/queries.ts';
import type { TextOnTrial } from '../worker/population-jobs.ts';

/** A text made ready to be tried on firms: the policies its facts come from, and the facts it means otherwise than those on file. */
export async function textOnTrial(db: Reader, doc: PolicyDoc): Promise<TextOnTrial> {
  const onFile = new Map((await readVocabulary(db)).defs.map((def) => [def.id, def]));
  const unread = doc.facts.filter((def) => {
    const known = onFile.get(def.id);
    return known !== undefined && meaningOf(known) !== meaningOf(def);
  });
  const docs = doc.facts.some((def) => def.derive) ? (await listVersions(db)).map((version) => version.doc) : [];
  return { doc, docs, unread: unread.map(({ id }) => id) };
}

const meaningOf = ({ type, unit, fields }: FactDef): string =>
  JSON.stringify([type, unit, fields?.map((field) => [field.id, field.type])]);

/** What a policy that did not exist gave: nothing to anybody. */
export const nothingBefore = (doc: PolicyDoc): PolicyDoc => ({ ...doc, tiers: [], awards: [], stacks: [], pools: [] });

/** Names of tiers, awards and pools of some texts; of the last one where several have one. */
export function labelsIn(docs: readonly PolicyDoc[]): Record<string, Record<string, string>> {
  const parts = docs.flatMap((doc) => [...doc.tiers, ...doc.awards, ...doc.pools]);
  return Object.fromEntries(parts.map(({ id, label }) => [id, { ...(label ?? { 'zh-CN': id }) }]));
}
