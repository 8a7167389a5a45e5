import { deriveFacts } from '../../advise/derive-facts.ts';
import { bestOfFirm } from '../../evaluate/columns/best-of-firm.ts';
import type { ColumnResults } from '../../evaluate/columns/column-results.ts';
import { type ColumnStore, columnStore, type FirmList } from '../../evaluate/columns/column-store.ts';
import { compile, type Program } from '../../evaluate/compile.ts';
import type { Id, PolicyDoc } from '../../policy/document.ts';
import type { Dates, Facts } from '../../policy/facts.ts';
import type { Picked } from '../../tiers/pick-best.ts';
import type { Programs, TextOnTrial } from './text-on-trial.ts';

/** The days firms are judged on, and by what. */
export interface Judging {
  readonly dates: Dates;
  readonly programs: Programs;
}

/**
 * Firms as some texts see them (补全由其他政策得出的指标): facts that follow from other policies are filled in, those a text reads
 * otherwise are left out. The same list where there is nothing to do.
 */
export function completeFirms<T extends FirmList>(
  firms: T,
  texts: readonly TextOnTrial[],
  judging: Judging,
): T | Omit<T, 'columns' | 'renewed'> {
  const unread = [...new Set(texts.flatMap((text) => text.unread))];
  const deriving = texts.filter(({ doc, docs }) => docs.length > 0 && doc.facts.some((def) => def.derive));
  if (unread.length === 0 && deriving.length === 0) return firms;
  const read =
    unread.length === 0 ? firms : { size: firms.size, facts: (i: number) => without(firms.facts(i), unread) };
  const judge = judgeFirms(read, judging);
  const made: (Facts | undefined)[] = [];
  const { columns: _, renewed: __, ...list } = firms as T & Partial<ColumnStore>;
  return {
    ...list,
    facts: (i) => {
      made[i] ??= deriving.reduce<Facts>(
        (facts, { doc, docs }) => deriveFacts(docs, doc, judging.dates, facts, (of, _dates, all) => judge(of, i, all)),
        read.facts(i),
      );
      return made[i] ?? {};
    },
  } as Omit<T, 'columns' | 'renewed'>;
}

/** For fewer firms a program is not worth making. */
const WORTHWHILE = 500;

/** What policies give firms of a list; one that takes no fact from others judges all at once when it is first asked. */
export function judgeFirms(firms: FirmList, judging: Judging): (doc: PolicyDoc, firm: number, facts: Facts) => Picked {
  const { dates, programs } = judging;
  const oneByOne = compiledOn(judging);
  if (firms.size < WORTHWHILE) return (doc, _firm, facts) => oneByOne(doc, facts);
  const store = 'columns' in firms ? (firms as ColumnStore) : columnStore(firms);
  const known = new Map<PolicyDoc, ColumnResults>();
  return (doc, firm, facts) => {
    if (doc.facts.some(({ derive }) => derive !== undefined)) return oneByOne(doc, facts);
    const results = known.get(doc) ?? programs.remembered({ doc, dates }).run(store);
    known.set(doc, results);
    return bestOfFirm(doc, results, firm);
  };
}

/** Facts without some of them. */
export const without = (facts: Facts, ids: readonly Id[]): Facts =>
  ids.some((id) => facts[id] !== undefined)
    ? Object.fromEntries(Object.entries(facts).filter(([id]) => !ids.includes(id)))
    : facts;

function compiledOn({ dates, programs: { target } }: Judging): (doc: PolicyDoc, facts: Facts) => Picked {
  const made = new Map<PolicyDoc, Program>();
  return (doc, facts) => {
    const program = made.get(doc) ?? compile(doc, dates, target ? { target } : {});
    made.set(doc, program);
    return program.evaluate(facts);
  };
}
