import { deriveFacts } from '../../advise/derive-facts.ts';
import { bestOfFirm } from '../../evaluate/columns/best-of-firm.ts';
import type { ColumnResults } from '../../evaluate/columns/column-results.ts';
import { type ColumnStore, columnStore, type FirmList } from '../../evaluate/columns/column-store.ts';
import { compile, type Program } from '../../evaluate/compile.ts';
import type { Id, PolicyDoc } from '../../policy/document.ts';
import type { Dates, Facts } from '../../policy/facts.ts';
import type { Picked } from '../../tiers/pick-best.ts';
import type { Programs, TextOnTrial } from './text-on-trial.ts';

/** What a text is already known to give a firm of the list. */
export type Held = (doc: PolicyDoc, firm: number) => Picked | undefined;

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
  held: Held = () => undefined,
): T | Omit<T, 'columns' | 'renewed'> {
  const unread = [...new Set(texts.flatMap((text) => text.unread))];
  const deriving = texts.filter(({ doc }) => doc.facts.some((def) => def.derive));
  if (unread.length === 0 && deriving.length === 0) return firms;
  const { dates } = judging;
  const oneByOne = compiledOn(judging);
  const inColumns = judgedInColumns(firms, unread, judging);
  const made: (Facts | undefined)[] = [];
  const { columns: _, renewed: __, ...list } = firms as T & Partial<ColumnStore>;
  return {
    ...list,
    facts: (i) => {
      made[i] ??= deriving.reduce<Facts>(
        (facts, { doc, docs }) =>
          deriveFacts(
            docs,
            doc,
            dates,
            facts,
            (of, _dates, all) => held(of, i) ?? inColumns(of, i) ?? oneByOne(of, all),
          ),
        without(firms.facts(i), unread),
      );
      return made[i] ?? {};
    },
  } as Omit<T, 'columns' | 'renewed'>;
}

/** For fewer firms a program is not worth making. */
const WORTHWHILE = 500;

/** What a policy that takes no fact from others gives the firms, judged all at once when it is first asked. */
function judgedInColumns(firms: FirmList, unread: readonly Id[], { dates, programs }: Judging): Held {
  if (firms.size < WORTHWHILE) return () => undefined;
  const read = { size: firms.size, facts: (i: number) => without(firms.facts(i), unread) };
  const store = unread.length === 0 && 'columns' in firms ? (firms as ColumnStore) : columnStore(read);
  const known = new Map<PolicyDoc, ColumnResults>();
  return (doc, firm) => {
    if (doc.facts.some(({ derive }) => derive !== undefined)) return undefined;
    const results = known.get(doc) ?? programs.remembered({ doc, dates }).run(store);
    known.set(doc, results);
    return bestOfFirm(doc, results, firm);
  };
}

const without = (facts: Facts, ids: readonly Id[]): Facts =>
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
