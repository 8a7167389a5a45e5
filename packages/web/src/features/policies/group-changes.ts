import { type ChangedPart, comparePolicies, type PolicyChange, type PolicyDoc } from '@tidu/rules';

export type PartName = 'tiers' | 'awards' | 'stacks' | 'pools' | 'params' | 'facts' | 'untranslatable' | 'other';

/** The changes of one clause, award, pool, param or fact, told together by its sentence before and after. */
export interface ClauseChange {
  readonly key: string;
  readonly part: PartName;
  /** Names from the outside in: the tier, then the gate or route. */
  readonly names: readonly ChangedPart[];
  readonly type: 'added' | 'removed' | 'figure' | 'structure';
  readonly beforePath: string | undefined;
  readonly afterPath: string | undefined;
}

export interface ChangeSummary {
  readonly clauses: readonly ClauseChange[];
  /** Changes in words or sources alone. */
  readonly minor: number;
}

const PARTS: ReadonlySet<string> = new Set(['tiers', 'awards', 'stacks', 'pools', 'params', 'facts', 'untranslatable']);
const isPart = (name: string): name is PartName => PARTS.has(name);

/** How many path steps lead to the clause a reader knows: `tiers.1.gates.0` has four, `awards.2` two. */
const depthOf = (path: string): number => (path.startsWith('tiers.') && path.split('.').length >= 4 ? 4 : 2);

const cut = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : path.split('.').slice(0, depthOf(path)).join('.');

const isLess = (change: PolicyChange): boolean => change.type === 'wording' || change.type === 'source';

/** Groups the differences of two versions by the clause they lie in, in document order. */
export function groupChanges(before: PolicyDoc, after: PolicyDoc): ChangeSummary {
  const changes = comparePolicies(before, after);
  const clauses = new Map<string, ClauseChange>();
  for (const change of changes) {
    if (isLess(change)) continue;
    const head = change.key.split('.')[0] ?? '';
    const [beforePath, afterPath] = [cut(change.beforePath), cut(change.afterPath)];
    const key = `${beforePath ?? ''} ${afterPath ?? ''}`;
    const whole = change.beforePath === beforePath && change.afterPath === afterPath;
    const known = clauses.get(key);
    const isGone = whole && (change.type === 'added' || change.type === 'removed');
    const type = isGone ? change.type : change.type === 'figure' ? 'figure' : 'structure';
    clauses.set(key, {
      key,
      part: isPart(head) ? head : 'other',
      names: change.within.filter(
        (each) => each.path.split('.').length <= depthOf(change.afterPath ?? change.beforePath ?? ''),
      ),
      type: known && known.type !== type ? 'structure' : type,
      beforePath: type === 'added' ? undefined : (beforePath ?? known?.beforePath),
      afterPath: type === 'removed' ? undefined : (afterPath ?? known?.afterPath),
    });
  }
  return { clauses: [...clauses.values()], minor: changes.filter(isLess).length };
}
