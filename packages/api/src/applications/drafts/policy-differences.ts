import { comparePolicies, describeNode, type Locale, type PolicyChange, type PolicyDoc } from '@tidu/rules';
import type { DraftChange } from './contract.ts';

type Difference = NonNullable<DraftChange['policy']>['differences'][number];
type Describable = Parameters<typeof describeNode>[1];

/** How many steps of a path lead to a clause people know: `tiers.1.gates.0` has four, `awards.2` two. */
const depthOf = (path: string): number => (path.startsWith('tiers.') && path.split('.').length >= 4 ? 4 : 2);
const cut = (path: string | undefined): string | undefined => path?.split('.').slice(0, depthOf(path)).join('.');
const SAID = new Set(['tiers', 'awards', 'stacks', 'pools']);

/** What changed between two versions of a policy, clause by clause, each told as it reads now and as it read before. */
export function policyDifferences(before: PolicyDoc, after: PolicyDoc, locale: Locale): readonly Difference[] {
  const said = new Map<string, Difference>();
  for (const change of comparePolicies(before, after)) {
    if (change.type === 'wording' || change.type === 'source') continue;
    const [was, is] = [cut(change.beforePath), cut(change.afterPath)];
    const key = `${was ?? ''} ${is ?? ''}`;
    if (!said.has(key))
      said.set(key, tell(change, was && say(before, was, locale), is && say(after, is, locale), locale));
  }
  return [...said.values()];
}

function tell(change: PolicyChange, was: string | undefined, is: string | undefined, locale: Locale): Difference {
  const names = change.within.map(({ id, label }) => label?.[locale] ?? label?.['zh-CN'] ?? id).slice(0, 2);
  const name = names.join(locale === 'en' ? ' · ' : '·');
  const told = is ?? was;
  const type = change.type === 'wording' || change.type === 'source' ? 'structure' : change.type;
  return {
    type,
    text: told === undefined ? name : `${name}${locale === 'en' ? ': ' : '：'}${told}`,
    ...(was !== undefined && is !== undefined && was !== is ? { was } : {}),
  };
}

/** A clause in words; a param or a fact has none of its own and is told by its name. */
function say(doc: PolicyDoc, path: string, locale: Locale): string | undefined {
  if (!SAID.has(path.split('.')[0] ?? '')) return undefined;
  const node = path
    .split('.')
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), doc);
  return typeof node === 'object' && node !== null ? describeNode(doc, node as Describable, locale) : undefined;
}
