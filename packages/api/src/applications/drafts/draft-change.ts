import type { Reader } from '../../db/open-database.ts';
import type { Locale } from '../../messages/say.ts';
import { message, say } from '../../messages/say.ts';
import { readPublishedScheme, type StoredScheme } from '../../schemes/queries.ts';
import { type CaseRules, rulesToday } from './case-rules.ts';
import type { DraftChange } from './contract.ts';
import { policyDifferences } from './policy-differences.ts';

export interface Standing {
  /** The rules a new draft would start from; absent where the scheme is closed. */
  readonly latest: CaseRules | undefined;
  readonly isBehind: boolean;
}

/** Whether the rules a draft was confirmed under are still the latest. */
export async function standingOf(db: Reader, rules: CaseRules, today: string): Promise<Standing> {
  const scheme = await readPublishedScheme(db, rules.scheme.id);
  if (!scheme) return { latest: undefined, isBehind: false };
  const latest = await rulesToday(db, scheme, today, rules.park);
  const isBehind =
    latest.picked.version.hash !== rules.picked.version.hash || scheme.revision !== rules.scheme.revision;
  return { latest, isBehind };
}

/** What has changed since the draft was confirmed, in sentences; nothing where all is as it was. */
export function changeOf(rules: CaseRules, { latest, isBehind }: Standing, locale: Locale): DraftChange | undefined {
  if (!latest || !isBehind) return undefined;
  const [was, is] = [rules.picked.version, latest.picked.version];
  const policy =
    was.hash === is.hash
      ? undefined
      : {
          from: was.doc.inForce.from,
          to: is.doc.inForce.from,
          differences: [...policyDifferences(was.doc, is.doc, locale)],
        };
  const scheme =
    rules.scheme.revision === latest.scheme.revision
      ? undefined
      : {
          from: rules.scheme.revision,
          to: latest.scheme.revision,
          differences: [...schemeDifferences(rules.scheme, latest.scheme, locale)],
        };
  return { ...(policy ? { policy } : {}), ...(scheme ? { scheme } : {}) };
}

type Difference = NonNullable<DraftChange['scheme']>['differences'][number];

/** What a firm must know of a new revision: materials, time limits, awards and the window. */
function schemeDifferences(before: StoredScheme, after: StoredScheme, locale: Locale): readonly Difference[] {
  const [a, b] = [before.document, after.document];
  const tell = (key: string, args: Readonly<Record<string, string>>) => say(message(`api.change.${key}`, args), locale);
  const label = (words: { readonly 'zh-CN': string; readonly en: string }) => words[locale];
  const added = b.materials.filter(({ id }) => !a.materials.some((each) => each.id === id));
  const removed = a.materials.filter(({ id }) => !b.materials.some((each) => each.id === id));
  const changed = b.materials.filter((now) => {
    const was = a.materials.find(({ id }) => id === now.id);
    return was !== undefined && (was.kind !== now.kind || was.required !== now.required);
  });
  const limits = (Object.keys(b.limits) as (keyof typeof b.limits)[]).filter((key) => a.limits[key] !== b.limits[key]);
  return [
    ...added.map((each) => ({ type: 'added' as const, text: tell('material-added', { label: label(each.label) }) })),
    ...removed.map((each) => ({
      type: 'removed' as const,
      text: tell('material-removed', { label: label(each.label) }),
    })),
    ...changed.map((each) => ({
      type: 'structure' as const,
      text: tell(each.kind === 'late' ? 'material-late' : each.required ? 'material-required' : 'material-optional', {
        label: label(each.label),
      }),
    })),
    ...limits.map((key) => ({
      type: 'figure' as const,
      text: tell(`limit.${key}`, { days: String(b.limits[key]) }),
      was: String(a.limits[key]),
    })),
    ...(JSON.stringify([a.awards, a.tiers, a.pool]) === JSON.stringify([b.awards, b.tiers, b.pool])
      ? []
      : [{ type: 'structure' as const, text: tell('awards', {}) }]),
    ...(JSON.stringify(a.window) === JSON.stringify(b.window)
      ? []
      : [{ type: 'structure' as const, text: tell('window', {}) }]),
  ];
}
