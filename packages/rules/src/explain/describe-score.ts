import { say } from '../messages/index.ts';
import type { Band, Expr, Score, Unit } from '../policy/document.ts';
import { unitOf } from '../policy/units.ts';
import { formatQuantity } from './format.ts';
import { boundWords, inner, joinClauses, textIn, type Wording } from './words.ts';

type Of<K extends Score['k']> = Extract<Score, { k: K }>;

/** A score or step table in words, row by row; one that stands in a calculation goes by its name. */
export function describeScore(w: Wording, e: Score): string {
  if (!w.nested || !e.label || e.k === 'indicator') return scoreWords(w, e);
  const label = textIn(e.label, w.locale, '');
  return w.short ? label : say('rule.named', { label, text: scoreWords({ ...w, nested: false }, e) }, w.locale);
}

function scoreWords(w: Wording, e: Score): string {
  switch (e.k) {
    case 'bands':
      return say(
        'rule.bands',
        { of: inner(w, e.of), rows: rowsWords(w, e.rows, inputUnit(w, e.of), e.unit) },
        w.locale,
      );
    case 'bandsBy':
      return say('rule.bandsBy', { of: inner(w, e.by), rows: useRows(w, e) }, w.locale);
    case 'table':
      return say(`rule.table.${e.hit}`, { rows: tableRows(w, e) }, w.locale);
    case 'marginal':
    case 'linear':
      return say(`rule.${e.k}`, { of: inner(w, e.of), rows: knotRows(w, e) }, w.locale);
    case 'indicator':
      return indicatorWords(w, e);
    case 'sum':
    case 'bestOf':
      return capped(w, say(`rule.${e.k}`, { list: partNames(w, e.of) }, w.locale), e.cap, unitOf(e, w.doc));
    case 'bonus':
      return capped(w, say('rule.bonus', { when: inner(w, e.when), out: points(w, e.out) }, w.locale), e.cap, 'points');
  }
}

const points = (w: Wording, out: string): string => formatQuantity(out, 'points', w.locale, 'exact');
const inputUnit = (w: Wording, of: Expr): Unit => unitOf(of, w.doc, w.list?.fields ?? []) ?? 'none';

function indicatorWords(w: Wording, e: Of<'indicator'>): string {
  const args = { label: textIn(e.label, w.locale, e.id ?? ''), full: points(w, e.full), of: inner(w, e.of) };
  return say('rule.indicator', args, w.locale);
}

const partNames = (w: Wording, of: readonly Expr[]): string =>
  joinClauses(
    w,
    of.map((x) => partName(w, x)),
  );

/** A named line of a score table by its name, so that the sum of many lines stays readable. */
function partName(w: Wording, e: Expr): string {
  if (e.k !== 'indicator') return inner(w, e);
  return `${textIn(e.label, w.locale, e.id ?? '')}${say('rule.nested', { text: points(w, e.full) }, w.locale)}`;
}

function capped(w: Wording, text: string, cap: string | undefined, unit: Unit | undefined): string {
  return cap === undefined
    ? text
    : say('rule.cap', { text, cap: formatQuantity(cap, unit ?? 'points', w.locale, 'exact') }, w.locale);
}

const rowKey = (unit: Unit): string => (unit === 'points' ? 'points' : 'other');

/** Rows of a band table in words: 不低于 30% 得 20 分；…；其余得 0 分. */
export function rowsWords(w: Wording, rows: readonly Band[], of: Unit, out: Unit): string {
  return joinClauses(
    w,
    rows.map((row) =>
      say(
        `rule.row.${rowKey(out)}`,
        { bound: rowBound(w, row, of), out: formatQuantity(row.out, out, w.locale, 'exact') },
        w.locale,
      ),
    ),
  );
}

const rowBound = (w: Wording, row: { readonly ge?: string; readonly gt?: string }, of: Unit): string => {
  if (row.ge !== undefined) return boundWords(w, { ge: row.ge }, of);
  return row.gt === undefined ? say('rule.otherwise', {}, w.locale) : boundWords(w, { gt: row.gt }, of);
};

function useRows(w: Wording, e: Of<'bandsBy'>): string {
  const unit = inputUnit(w, e.by);
  return joinClauses(
    w,
    e.rows.map((row) => say('rule.row.use', { bound: rowBound(w, row, unit), out: inner(w, row.use) }, w.locale)),
  );
}

function tableRows(w: Wording, e: Of<'table'>): string {
  const out = (x: string): string => formatQuantity(x, e.unit, w.locale, 'exact');
  const rows = e.rows.map((row) => {
    const when = row.label ? textIn(row.label, w.locale, '') : inner(w, row.when);
    return say(`rule.table.row.${rowKey(e.unit)}`, { when, out: out(row.out) }, w.locale);
  });
  const rest = say(
    `rule.row.${rowKey(e.unit)}`,
    { bound: say('rule.otherwise', {}, w.locale), out: out(e.otherwise) },
    w.locale,
  );
  return joinClauses(w, [...rows, rest]);
}

function knotRows(w: Wording, e: Of<'marginal' | 'linear'>): string {
  const unit = inputUnit(w, e.of);
  // A slice pays a rate of what lies in it; a point gives the amount itself.
  const out = e.k === 'marginal' && unit === e.unit ? 'ratio' : e.unit;
  return joinClauses(
    w,
    [...e.rows].reverse().map((row) =>
      say(
        `rule.${e.k}.row`,
        {
          bound: formatQuantity(row.ge ?? row.gt ?? '0', unit, w.locale, 'exact'),
          out: formatQuantity(row.out, out, w.locale, 'exact'),
        },
        w.locale,
      ),
    ),
  );
}
