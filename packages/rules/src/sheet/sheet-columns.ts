import { baseYear } from '../policy/dates-of.ts';
import type { FactDef, FactType, Id, PolicyDoc, Text, Unit } from '../policy/document.ts';
import type { Dates } from '../policy/facts.ts';
import { walkDoc } from '../policy/walk.ts';

/** What a cell of one column holds. `series` are spread over one column a year. */
export type CellType = Exclude<FactType, 'series'>;

/** One column of a sheet of firms (批量表的一列): which fact it fills, and for a series which fiscal year. */
export interface SheetColumn {
  /** Name that never changes with the language: `revenue@2025`, `staff`; `firm.name`, `firm.code` for the two that are no facts. */
  readonly key: string;
  /** Fact or judgement it fills; absent on the columns that only name the firm. */
  readonly fact?: Id;
  readonly year?: string;
  readonly type: CellType | 'text';
  readonly unit?: Unit;
  readonly label: Text;
  /** The header to print, label, year and unit, e.g. `营业收入 2025（万元）`. */
  readonly header: Text;
  readonly def?: FactDef;
}

const GROUPS = ['identity', 'people', 'finance', 'property', 'funding', 'credit', 'project'];

const FIRM: readonly SheetColumn[] = [
  firmColumn('firm.name', '企业名称', 'Firm'),
  firmColumn('firm.code', '统一社会信用代码', 'Unified social credit code'),
];

/** Units a person writes in a header. Money stands in 万 because that is how statements are read aloud. */
const HEADER_UNITS: Partial<Record<Unit, Text>> = {
  CNY: { 'zh-CN': '万元', en: '10k CNY' },
  USD: { 'zh-CN': '万美元', en: '10k USD' },
  ratio: { 'zh-CN': '%', en: '%' },
  people: { 'zh-CN': '人', en: 'people' },
  count: { 'zh-CN': '项', en: 'count' },
  days: { 'zh-CN': '天', en: 'days' },
  months: { 'zh-CN': '月', en: 'months' },
  years: { 'zh-CN': '年', en: 'years' },
};

/**
 * The columns a sheet of firms needs for these policies on these dates: two that name the firm, then every fact in the
 * order of the guided form, then the judgements. Facts filled from another policy of the set are left out.
 */
export function columnsOf(docs: PolicyDoc | readonly PolicyDoc[], dates: Dates): readonly SheetColumn[] {
  const all: readonly PolicyDoc[] = 'facts' in docs ? [docs] : docs;
  const lastYear = baseYear(dates);
  const facts = mergeFacts(all).toSorted((a, b) => groupOf(a) - groupOf(b));
  const back = yearsBackOf(all);
  const columns = facts.flatMap((def) =>
    def.type === 'series' ? seriesColumns(def, lastYear, back.get(def.id) ?? 0) : [single(def, def.type)],
  );
  return [...FIRM, ...columns, ...judgementsOf(all)];
}

/** Facts of all documents, each id once, without those another document of the set fills. */
function mergeFacts(docs: readonly PolicyDoc[]): readonly FactDef[] {
  const ids = new Set(docs.map((doc) => doc.id));
  const merged = new Map<Id, FactDef>();
  for (const def of docs.flatMap((doc) => doc.facts)) {
    if (def.derive && ids.has(def.derive.policy)) continue;
    if (!merged.has(def.id)) merged.set(def.id, def);
  }
  return [...merged.values()];
}

const groupOf = (def: FactDef): number => (def.ask ? GROUPS.indexOf(def.ask.group) : GROUPS.length);

/** How many years before T each series is looked at. */
function yearsBackOf(docs: readonly PolicyDoc[]): ReadonlyMap<Id, number> {
  const back = new Map<Id, number>();
  const look = (series: Id, years: number) => back.set(series, Math.max(years, back.get(series) ?? 0));
  for (const doc of docs) {
    walkDoc(doc, (node) => {
      if (node.k === 'growth') look(node.series, node.years);
      else if (node.k === 'agg') look(node.series, node.last - 1);
      else if (node.k === 'fact' && node.year && node.year !== 'T') look(node.fact, Number(node.year.slice(2)));
    });
  }
  return back;
}

const labelOf = (def: FactDef): Text => def.label ?? { 'zh-CN': def.id };
// A series holds numbers of its unit; money is the unit CNY or USD.
const cellTypeOf = (def: FactDef): CellType =>
  def.unit === 'CNY' || def.unit === 'USD' ? 'money' : def.unit === 'people' || def.unit === 'count' ? 'int' : 'num';
const unitOf = (def: FactDef): Unit | undefined => def.unit ?? (def.type === 'money' ? 'CNY' : undefined);

function seriesColumns(def: FactDef, lastYear: number, back: number): readonly SheetColumn[] {
  return Array.from({ length: back + 1 }, (_, i) => single(def, cellTypeOf(def), String(lastYear - back + i)));
}

function single(def: FactDef, type: CellType, year?: string): SheetColumn {
  const label = labelOf(def);
  const unit = unitOf(def);
  return {
    key: year === undefined ? def.id : `${def.id}@${year}`,
    fact: def.id,
    type,
    label,
    header: headerOf(label, year, unit),
    def,
    ...(year === undefined ? {} : { year }),
    ...(unit === undefined ? {} : { unit }),
  };
}

function headerOf(label: Text, year: string | undefined, unit: Unit | undefined): Text {
  const units = unit === undefined ? undefined : HEADER_UNITS[unit];
  return Object.fromEntries(
    Object.entries(label).map(([locale, words]) => {
      const name = year === undefined ? words : `${words} ${year}`;
      const written = units?.[locale] ?? units?.['zh-CN'];
      if (written === undefined) return [locale, name];
      return [locale, locale === 'en' ? `${name} (${written})` : `${name}（${written}）`];
    }),
  );
}

function judgementsOf(docs: readonly PolicyDoc[]): readonly SheetColumn[] {
  const found = new Map<Id, SheetColumn>();
  for (const doc of docs) {
    walkDoc(doc, (node) => {
      if (node.k !== 'judgement' || node.id === undefined) return;
      const label = node.label ?? node.question;
      found.set(node.id, { key: node.id, fact: node.id, type: 'bool', label, header: label });
    });
  }
  return [...found.values()];
}

function firmColumn(key: string, zh: string, en: string): SheetColumn {
  const label = { 'zh-CN': zh, en };
  return { key, type: 'text', label, header: label };
}
