import { type Dates, type PolicyDoc, policiesFollowing, readOtherwise } from '@tidu/rules';
import type { Reader } from '../../db/open-database.ts';
import { readVocabulary } from '../../firms/facts/vocabulary.ts';
import { covers } from '../../policies/applicable.ts';
import { listVersions } from '../../policies/queries.ts';
import type { TextOnTrial } from '../worker/completed.ts';
import type { PopulationRef } from './contract.ts';

/** The parks a text speaks of (适用园区); null for the whole zone. */
type Parks = readonly string[] | null;

/** A text made ready to be tried on firms: the policies its facts come from, and the facts it means otherwise than those on file. */
export async function textOnTrial(db: Reader, doc: PolicyDoc, parks: Parks): Promise<TextOnTrial> {
  const onFile = new Map((await readVocabulary(db)).defs.map((def) => [def.id, def]));
  const docs = doc.facts.some((def) => def.derive) ? await docsFor(db, parks) : [];
  return { doc, docs, unread: readOtherwise(doc, onFile) };
}

/** The versions that speak of all firms a trial is about. */
const docsFor = async (db: Reader, parks: Parks): Promise<readonly PolicyDoc[]> =>
  (await listVersions(db)).filter((version) => covers(version.parks ?? null, parks)).map(({ doc }) => doc);

/** The policies in force that take a fact from the result of this one: its change is felt there too (随之变化的政策). */
export async function textsFollowing(
  db: Reader,
  { id }: PolicyDoc,
  dates: Dates,
  parks: Parks,
): Promise<readonly TextOnTrial[]> {
  const docs = policiesFollowing(await docsFor(db, parks), id, dates);
  return Promise.all(docs.map((doc) => textOnTrial(db, doc, parks)));
}

/** Firms that were sent or made up are told in the words of the text itself: it can read all of it. */
export const readBy = (population: PopulationRef, text: TextOnTrial): TextOnTrial =>
  population.kind === 'on-file' ? text : { ...text, unread: [] };

/** What a policy that did not exist gave: nothing to anybody. */
export const nothingBefore = (doc: PolicyDoc): PolicyDoc => ({ ...doc, tiers: [], awards: [], stacks: [], pools: [] });

/** Names of some texts and their tiers, awards and pools; of the last one where several have one. */
export function labelsIn(docs: readonly PolicyDoc[]): Record<string, Record<string, string>> {
  const parts = docs.flatMap((doc) => [doc, ...doc.tiers, ...doc.awards, ...doc.pools]);
  return Object.fromEntries(parts.map(({ id, label }) => [id, { ...(label ?? { 'zh-CN': id }) }]));
}
