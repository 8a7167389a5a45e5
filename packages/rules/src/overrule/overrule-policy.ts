import { type Describable, isPred, nodeAt } from '../explain/node-at.ts';
import type { FactDef, Num, PolicyDoc, Pred, Score } from '../policy/document.ts';
import type { Facts } from '../policy/facts.ts';

/**
 * One criterion that a person has decided (人工改判), by its place in the document. A condition gets a verdict, read as in
 * the reason tree: `yes` is in the firm's favour, and `flipped` says that it stands below a veto or a `not`. A line of the
 * score table gets its points.
 */
export type Overruling =
  | { readonly path: string; readonly verdict: 'yes' | 'no'; readonly flipped: boolean; readonly points?: undefined }
  | { readonly path: string; readonly points: Num; readonly verdict?: undefined };

export type Indicator = Extract<Score, { k: 'indicator' }>;
type Node = Readonly<Record<string, unknown>>;

/** What can be overruled at a place, and where exactly it stands: a gate and a veto have their condition in `when`. */
export type Overrulable =
  | { readonly at: string; readonly condition: Pred }
  | { readonly at: string; readonly indicator: Indicator };

const PREFIX = 'overruled.';
const isNode = (part: unknown): part is Node => typeof part === 'object' && part !== null;
const isCondition = (part: unknown): part is Pred =>
  isNode(part) && typeof part.k === 'string' && isPred(part as Describable as Pred) && part.k !== 'judgement';

/** The condition or the line of the score table at a place of the reason tree; nothing where what stands there follows. */
export function overrulableAt(doc: PolicyDoc, path: string): Overrulable | undefined {
  const part = path === '' ? undefined : nodeAt(doc, path);
  if (isCondition(part)) return { at: path, condition: part };
  if (!isNode(part)) return undefined;
  if (part.k === 'indicator') return { at: path, indicator: part as unknown as Indicator };
  return isCondition(part.when) && !('k' in part) ? { at: `${path}.when`, condition: part.when } : undefined;
}

/** The fact under which a person's answer is given. */
export const overruledFact = (path: string): string => `${PREFIX}${path}`;

/** Places that facts say a person has decided. */
export const overruledPaths = (facts: Facts): readonly string[] =>
  Object.keys(facts).flatMap((id) => (id.startsWith(PREFIX) ? [id.slice(PREFIX.length)] : []));

/**
 * The policy and the facts with some criteria decided by a person: a condition becomes an open norm (需人工判断) that is
 * answered, a line of the score table takes its points from the person, within its full marks as before. The facts alone
 * say which, so that a receipt holds all that was overruled.
 */
export function overrulePolicy(
  doc: PolicyDoc,
  facts: Facts,
  overrulings: readonly Overruling[],
): { readonly doc: PolicyDoc; readonly facts: Facts } {
  const given = overrulings.flatMap((each): [string, Facts[string]][] => {
    const found = overrulableAt(doc, each.path);
    const isPoints = each.points !== undefined;
    if (!found || 'indicator' in found !== isPoints) return [];
    const known = each.points ?? (each.verdict === 'yes') !== each.flipped;
    return [[overruledFact(each.path), { known }]];
  });
  const all = { ...facts, ...Object.fromEntries(given) };
  return { doc: overruledDoc(doc, all), facts: all };
}

/**
 * The document with an open answer in every place the facts say was overruled. INVARIANT (overruled-document-is-settled): the
 * same policy and places always make the same document. Inner ones come first: an outer one takes the place of what is inside.
 */
export function overruledDoc(doc: PolicyDoc, facts: Facts): PolicyDoc {
  const paths = [...overruledPaths(facts)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  let changed: PolicyDoc = doc;
  const defs: FactDef[] = [];
  for (const path of paths) {
    const found = overrulableAt(doc, path);
    if (!found) continue;
    if ('indicator' in found) defs.push(pointsFact(path, found.indicator));
    const answer = (node: unknown): unknown =>
      'indicator' in found
        ? { ...(node as Indicator), of: { k: 'fact', fact: overruledFact(path) } }
        : judgement(found.condition, overruledFact(path));
    changed = replaced(changed, found.at.split('.'), answer) as PolicyDoc;
  }
  return defs.length === 0 ? changed : { ...changed, facts: [...changed.facts, ...defs] };
}

function replaced(node: unknown, [key, ...rest]: readonly string[], by: (node: unknown) => unknown): unknown {
  if (key === undefined) return by(node);
  if (Array.isArray(node)) return node.map((each, i) => (String(i) === key ? replaced(each, rest, by) : each));
  return isNode(node) ? { ...node, [key]: replaced(node[key], rest, by) } : node;
}

function judgement({ label, cite }: Pred, id: string): Pred {
  const question = label ?? { 'zh-CN': '人工改判', en: 'Decided by a person' };
  return { k: 'judgement', id, question, ...(label ? { label } : {}), ...(cite ? { cite } : {}) };
}

const pointsFact = (path: string, { label, full }: Indicator): FactDef => ({
  id: overruledFact(path),
  ...(label ? { label } : {}),
  type: 'num',
  unit: 'points',
  domain: { min: '0', max: full },
  ifMissing: 'ask',
});
