import { comparePolicies, type PolicyDoc } from '@tidu/rules';
import type { FigureGroup, FigureLine } from '../model/figures.ts';
import { nameOfPart, tellRule } from '../model/part-names.ts';
import type { Owner } from '../model/walk-fields.ts';

type Locale = Parameters<typeof tellRule>[2];

/** The figures of one rule, with its name and its sentence. */
export interface Clause {
  readonly path: string;
  readonly group: FigureGroup;
  /** From the outside in: the tier, the gate or the score line. */
  readonly names: readonly string[];
  readonly sentence: string;
  readonly lines: readonly FigureLine[];
}

/** A rule a reader knows by itself: a condition, a line of the score table, an award's part, a pool, a parameter. */
const WHOLE: ReadonlySet<string> = new Set([
  'gate',
  'veto',
  'cap',
  'pool',
  'paramDef',
  'factDef',
  'stack',
  'tier',
  'award',
  'cmp',
  'exists',
  'atLeast',
  'bands',
  'marginal',
  'linear',
  'table',
  'milestone',
  'bandsBy',
  'indicator',
  'bonus',
  'sum',
  'bestOf',
  'scored',
]);
const TOLD: ReadonlySet<string> = new Set([
  'gate',
  'veto',
  'cmp',
  'exists',
  'atLeast',
  'cap',
  'pool',
  'stack',
  'bonus',
]);
const BANDED: ReadonlySet<string> = new Set(['bands', 'marginal', 'linear', 'milestone', 'bandsBy']);

/** Puts the lines of figures under the rules they belong to, in document order. */
export function clausesOf(doc: PolicyDoc, lines: readonly FigureLine[], locale: Locale): readonly Clause[] {
  const clauses: Clause[] = [];
  for (const line of lines) {
    const owner = line.owners.findLast(({ kind }) => WHOLE.has(kind)) ?? line.owners.at(-1);
    if (!owner) continue;
    const last = clauses.at(-1);
    if (last?.path === owner.path) {
      clauses[clauses.length - 1] = { ...last, lines: [...last.lines, line] };
      continue;
    }
    clauses.push({
      path: owner.path,
      group: line.group,
      names: namesOf(doc, line.owners, owner, locale),
      sentence: sentenceOf(doc, owner, locale),
      lines: [line],
    });
  }
  return clauses;
}

function namesOf(doc: PolicyDoc, owners: readonly Owner[], own: Owner, locale: Locale): readonly string[] {
  const labelled = owners.filter(
    ({ object, kind, path }) => kind !== 'policy' && (object.label !== undefined || path === own.path),
  );
  const names = labelled.map(({ object }) => nameOfPart(doc, object, locale)).filter((name) => name !== '');
  return names.filter((name, i) => name !== names[i - 1]);
}

function sentenceOf(doc: PolicyDoc, { kind, object }: Owner, locale: Locale): string {
  if (TOLD.has(kind)) return tellRule(doc, object, locale);
  if (BANDED.has(kind)) return tellRule(doc, object.of ?? object.by, locale);
  return '';
}

/** The figures that were others in the text this one came from, by their path now. */
export function oldFigures(base: PolicyDoc | undefined, doc: PolicyDoc): ReadonlyMap<string, string> {
  const old = new Map<string, string>();
  if (!base) return old;
  try {
    for (const change of comparePolicies(base, doc))
      if (change.type === 'figure' && change.afterPath) old.set(change.afterPath, change.before);
  } catch {
    // A text that is being put together cannot always be compared; then nothing is marked as changed.
  }
  return old;
}
