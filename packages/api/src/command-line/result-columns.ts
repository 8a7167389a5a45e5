import {
  type Cell,
  type Cite,
  type Decision,
  type FactDef,
  formatRange,
  type PolicyDoc,
  type Range,
} from '@tidu/rules';
import { type Locale, message, say } from '../messages/say.ts';
import { labelIn } from './label-in.ts';

/** One firm of the sheet as it comes out; without `decision` where its figures could not be used. */
export interface DecidedRow {
  readonly number: number;
  readonly name?: string;
  readonly code?: string;
  readonly decision?: Decision;
  /** Why the tiers above the one reached are not met, in sentences. */
  readonly reasons: string;
  readonly note: string;
}

/** A column of the results: its header, what stands in it, and how numbers in it are shown. */
export interface ResultColumn {
  readonly header: string;
  readonly cell: (row: DecidedRow) => Cell;
  readonly format?: string;
}

const MONEY = '#,##0.00';

/** The columns of the results for a policy, in the order they are read: firm, tiers, points, reasons, money, what is open. */
export function resultColumns(doc: PolicyDoc, facts: readonly FactDef[], locale: Locale): readonly ResultColumn[] {
  const word = (key: string): string => say(message(`cli.${key}`), locale);
  const list = (labels: readonly string[]): string => labels.join(word('separator'));
  const needs = (d: Decision) => [...new Set([...d.tiers, ...d.awards].flatMap((each) => each.needs))];
  return [
    { header: word('column.row'), cell: (row) => row.number },
    { header: word('column.name'), cell: (row) => row.name ?? '' },
    { header: word('column.code'), cell: (row) => row.code ?? '' },
    ...tierColumns(doc, locale),
    ...awardColumns(doc, locale),
    {
      header: word('column.open'),
      cell: decided((d) => list(needs(d).map((id) => labelIn(facts, id, locale)))),
    },
    { header: word('column.note'), cell: (row) => row.note },
  ];
}

const decided =
  (cell: (d: Decision) => Cell) =>
  (row: DecidedRow): Cell =>
    row.decision ? cell(row.decision) : '';

function tierColumns(doc: PolicyDoc, locale: Locale): readonly ResultColumn[] {
  if (doc.tiers.length === 0) return [];
  const word = (key: string): string => say(message(`cli.${key}`), locale);
  const tier = (id: string): string => labelIn(doc.tiers, id, locale);
  const scored = doc.tiers.flatMap((each) => each.routes.filter((route) => route.k === 'scored'));
  const points = (d: Decision, id: string) =>
    d.tiers.flatMap((each) => each.routes).find((route) => route.route === id)?.points;
  return [
    { header: word('column.best'), cell: decided((d) => bestOf(d, doc, locale)) },
    { header: word('column.possible'), cell: decided((d) => d.possible.map(tier).join(word('separator'))) },
    ...doc.tiers.map(
      (each, i): ResultColumn => ({
        header: marked(tier(each.id), each.cite, locale),
        cell: decided((d) => say(message(`verdict.${d.tiers[i]?.outcome ?? 'undetermined'}`), locale)),
      }),
    ),
    ...scored.map(
      (route): ResultColumn => ({
        header: marked(`${labelIn(scored, route.id, locale)} ${word('points')}`, route.cite, locale),
        cell: decided((d) => rangeCell(points(d, route.id), 'points', locale)),
      }),
    ),
    { header: word('column.reasons'), cell: (row) => row.reasons },
  ];
}

function awardColumns(doc: PolicyDoc, locale: Locale): readonly ResultColumn[] {
  if (doc.awards.length === 0) return [];
  const inYuan = (label: string): string => say(message('cli.in-yuan', { label }), locale);
  const total = say(message('cli.column.total'), locale);
  return [
    ...doc.awards.map(
      (award, i): ResultColumn => ({
        header: marked(inYuan(labelIn(doc.awards, award.id, locale)), award.cite, locale),
        cell: decided((d) => rangeCell(d.awards[i]?.amount, 'CNY', locale)),
        format: MONEY,
      }),
    ),
    { header: inYuan(total), cell: decided((d) => rangeCell(d.total, 'CNY', locale)), format: MONEY },
  ];
}

/** The best tier; "still open" rather than "none" as long as open answers may give one. */
export function bestOf(decision: Decision, doc: PolicyDoc, locale: Locale): string {
  if (decision.best !== undefined) return labelIn(doc.tiers, decision.best, locale);
  return say(message(decision.possible.length > 0 ? 'verdict.undetermined' : 'cli.none'), locale);
}

export const isAssumed = (cite: readonly Cite[] | undefined): boolean =>
  (cite ?? []).some((each) => each.basis === 'assumed');

const marked = (header: string, cite: readonly Cite[] | undefined, locale: Locale): string =>
  isAssumed(cite) ? say(message('cli.assumed-header', { header }), locale) : header;

/** A number to count with where it is settled, else the range in words. */
function rangeCell(range: Range | undefined, unit: 'CNY' | 'points', locale: Locale): Cell {
  if (!range) return '';
  const value = Number(range.lo);
  return range.lo === range.hi && Number.isFinite(value) ? value : formatRange(range, unit, locale);
}
