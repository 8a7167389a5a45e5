import { createHash } from 'node:crypto';
import { type ColumnProgram, type ColumnResults, type ColumnStore, compileColumns, type Side } from '@tidu/rules';
import { columnsCodegen } from '@tidu/rules/columns-codegen';

const MOST_KEPT = 16;
const kept = new Map<string, ColumnProgram>();

/**
 * The program of a text on its days, kept for the next trial. INVARIANT (program-of-text): texts come as copies and change
 * from trial to trial, so a program is known by all that its text says, never by id or version.
 */
export function programOf({ doc, dates }: Side): ColumnProgram {
  const key = createHash('sha256')
    .update(JSON.stringify([doc, dates]))
    .digest('base64');
  const program = kept.get(key) ?? compileColumns(doc, dates, { target: columnsCodegen });
  kept.delete(key);
  kept.set(key, program);
  for (const old of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(old);
  return program;
}

interface Remembered {
  readonly program: ColumnProgram;
  readonly results: ColumnResults;
}

const remembered = new WeakMap<ColumnStore, Remembered>();

/** The same, with its results on held firms remembered until another text takes its place: what changes are compared with. */
export function rememberedProgram(side: Side): ColumnProgram {
  const program = programOf(side);
  const run = (store: ColumnStore): ColumnResults => {
    const had = remembered.get(store);
    if (had?.program === program) return had.results;
    const results = program.run(store);
    remembered.set(store, { program, results });
    return results;
  };
  return { ...program, run };
}
