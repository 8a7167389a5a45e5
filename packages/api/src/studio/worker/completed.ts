import {
  bestOfFirm,
  type ColumnResults,
  type ColumnStore,
  columnStore,
  compile,
  type Dates,
  deriveFacts,
  type Evaluate,
  type Facts,
  type PolicyDoc,
  type Population,
  type Program,
} from '@tidu/rules';
import { codegen } from '@tidu/rules/codegen';
import { rememberedProgram } from './kept-programs.ts';

export interface TextOnTrial {
  readonly doc: PolicyDoc;
  /** All documents beside it, for facts that come from another policy. */
  readonly docs: readonly PolicyDoc[];
  /** Facts it defines otherwise than those on file: to it they are not known. */
  readonly unread: readonly string[];
}

/** What a text is already known to give a firm of the batch. */
export type Held = (doc: PolicyDoc, firm: number) => ReturnType<typeof bestOfFirm> | undefined;

/** Facts that follow from other policies are filled in, those a text reads otherwise are left out. */
export function completed(
  batch: Population,
  texts: readonly TextOnTrial[],
  dates: Dates,
  held: Held = () => undefined,
): Population {
  const unread = [...new Set(texts.flatMap((text) => text.unread))];
  const deriving = texts.filter(({ doc }) => doc.facts.some((def) => def.derive));
  if (unread.length === 0 && deriving.length === 0) return batch;
  const evaluate = compiledOn(dates);
  const inColumns = judgedInColumns(batch, unread, dates);
  const made: (Facts | undefined)[] = [];
  const { size, id, segments } = batch;
  return {
    ...{ size, id, ...(segments ? { segments } : {}) },
    facts: (i) => {
      made[i] ??= deriving.reduce<Facts>(
        (facts, { doc, docs }) =>
          deriveFacts(
            docs,
            doc,
            dates,
            facts,
            (of, on, all) => held(of, i) ?? inColumns(of, i) ?? evaluate(of, on, all),
          ),
        without(batch.facts(i), unread),
      );
      return made[i] ?? {};
    },
  };
}

/** For fewer firms a program is not worth making. */
const WORTHWHILE = 500;

/** What a policy that takes no fact from others gives the firms, judged all at once when it is first asked. */
function judgedInColumns(batch: Population, unread: readonly string[], dates: Dates): Held {
  if (batch.size < WORTHWHILE) return () => undefined;
  const read = { size: batch.size, facts: (i: number) => without(batch.facts(i), unread) };
  const store = unread.length === 0 && 'columns' in batch ? (batch as Population & ColumnStore) : columnStore(read);
  const known = new Map<PolicyDoc, ColumnResults>();
  return (doc, firm) => {
    if (doc.facts.some(({ derive }) => derive !== undefined)) return undefined;
    const results = known.get(doc) ?? rememberedProgram({ doc, dates }).run(store);
    known.set(doc, results);
    return bestOfFirm(doc, results, firm);
  };
}

const without = (facts: Facts, ids: readonly string[]): Facts =>
  ids.some((id) => facts[id] !== undefined)
    ? Object.fromEntries(Object.entries(facts).filter(([id]) => !ids.includes(id)))
    : facts;

function compiledOn(dates: Dates): Evaluate {
  const programs = new Map<PolicyDoc, Program>();
  return (doc, _dates, facts) => {
    const program = programs.get(doc) ?? compile(doc, dates, { target: codegen });
    programs.set(doc, program);
    return program.evaluate(facts);
  };
}
