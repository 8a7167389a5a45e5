import { readFacts } from '@tidu/rules';
import type { Transaction } from '../../db/open-database.ts';
import { filesByIds } from '../../files/queries.ts';
import { ApiError, type Detail, detailsOf, refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import { cellsOf, type FactCell } from './fact-cells.ts';
import { splitKey } from './fact-key.ts';
import { type FactRow, keyOf } from './queries.ts';
import { readVocabulary } from './vocabulary.ts';

interface About {
  readonly evidence?: readonly string[] | undefined;
  readonly note?: string | undefined;
  readonly basedOn?: string | null | undefined;
}

export interface Given {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly about: Readonly<Record<string, About>>;
  /** Figures meant as they stand, and figures that are taken away. */
  readonly confirm?: readonly string[];
  readonly clear?: readonly string[];
}

export interface Checked {
  readonly cells: readonly FactCell[];
  readonly skipped: readonly string[];
}

/** Reads what was given against the vocabulary and what stands there; refuses with every error at once. */
export async function checkGiven(
  tx: Transaction,
  firmId: string,
  given: Given,
  current: readonly FactRow[],
): Promise<Checked> {
  const vocabulary = await readVocabulary(tx);
  const entries = Object.entries(given.facts);
  const skipped = entries.flatMap(([id]) => (vocabulary.isForOthers(id) ? [id] : []));
  const read = readFacts(vocabulary.doc, Object.fromEntries(entries.filter(([id]) => !skipped.includes(id))));
  const cells = read.ok ? cellsOf(read.facts) : [];
  const standing = standingCells(given, cells, current);
  const problems = [
    ...(read.ok ? [] : detailsOf(read.errors, 'facts')),
    ...(read.ok ? standing.problems : []),
    ...(await evidenceProblems(tx, firmId, given.about)),
  ];
  if (problems.length > 0) throw refuseAll('invalid-facts', problems);
  requireUnchanged(given.about, current);
  return { cells: [...cells, ...standing.cells], skipped };
}

/** Figures that were only confirmed or given evidence: their value is the one that stands. */
function standingCells(
  { about, confirm = [], clear = [] }: Given,
  cells: readonly FactCell[],
  current: readonly FactRow[],
) {
  const named = new Set(cells.map(keyOf));
  const keys = [...new Set([...Object.keys(about), ...confirm])].filter(
    (key) => !named.has(key) && !clear.includes(key),
  );
  const found = keys.map((key) => ({ key, row: current.find((each) => keyOf(each) === key) }));
  return {
    cells: found.flatMap(({ row }): FactCell[] =>
      row ? [{ factId: row.factId, year: row.year, state: row.state, value: row.value }] : [],
    ),
    problems: found.flatMap(({ key, row }): Detail[] =>
      row
        ? []
        : [{ path: `facts.${key}`, message: message('api.detail.no-figure'), fix: message('api.fix.give-figure') }],
    ),
  };
}

async function evidenceProblems(tx: Transaction, firmId: string, about: Given['about']): Promise<readonly Detail[]> {
  const ids = Object.values(about).flatMap(({ evidence = [] }) => evidence);
  const usable = (await filesByIds(tx, firmId, ids)).filter(
    (file) => file.deletedAt === null && file.state !== 'rejected',
  );
  const known = new Set(usable.map(({ id }) => id));
  return Object.entries(about).flatMap(([key, { evidence = [] }]) =>
    evidence.flatMap((id, i): Detail[] =>
      known.has(id)
        ? []
        : [
            {
              path: `about.${key}.evidence.${i}`,
              message: message('api.detail.no-file'),
              fix: message('api.fix.choose-file'),
            },
          ],
    ),
  );
}

/** Whoever looked at an older state is told, figure by figure; nothing of theirs is written. */
function requireUnchanged(about: Given['about'], current: readonly FactRow[]): void {
  const details = Object.entries(about).flatMap(([key, { basedOn }]): Detail[] => {
    const { factId, year } = splitKey(key);
    const now = current.find((row) => row.factId === factId && row.year === year)?.id ?? null;
    if (basedOn === undefined || basedOn === now) return [];
    return [{ path: `facts.${key}`, message: message('api.detail.figure-changed'), fix: message('api.fix.reload') }];
  });
  if (details.length > 0) throw new ApiError(409, 'facts-changed', { details });
}
