import { compare, num } from '../number/rational.ts';
import { asOf } from './dates-of.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { Expr, FactDef, FactInput, Id, ListItem, PolicyDoc, SeriesInput } from './document.ts';
import type { Dates, Facts } from './facts.ts';
import { perDoc } from './per-doc.ts';
import { type Args, type FixKey, type ProblemCode, problem } from './problem.ts';
import { listAround } from './scope.ts';
import { walkDoc } from './walk.ts';

/** Facts that cannot both be right as the document defines them; only what is known is compared. */
export function findContradictions(doc: PolicyDoc, facts: Facts, dates?: Dates): readonly Diagnostic[] {
  return [...doc.facts.flatMap((def) => aboveWhole(doc, def, facts)), ...reversedSpans(doc, facts, dates)];
}

const warn = (code: ProblemCode, path: string, node: Id, args: Args, fix: FixKey): Diagnostic => ({
  ...problem(code, path, args, fix),
  level: 'warn',
  node,
});

function knownOf(facts: Facts, id: Id): FactInput | undefined {
  const state = Object.hasOwn(facts, id) ? facts[id] : undefined;
  return state && 'known' in state ? state.known : undefined;
}

function aboveWhole(doc: PolicyDoc, def: FactDef, facts: Facts): readonly Diagnostic[] {
  if (def.partOf === undefined) return [];
  const whole = doc.facts.find((f) => f.id === def.partOf);
  const part = knownOf(facts, def.id);
  const all = whole && knownOf(facts, whole.id);
  if (!whole || part === undefined || all === undefined) return [];
  const tell = (a: string, b: string, year: string): readonly Diagnostic[] => {
    if (compare(num(a), num(b)) <= 0) return [];
    const at = year === '' ? def.id : `${def.id}.${year}`;
    return [warn('part-above-whole', at, def.id, { part: def.id, whole: whole.id, a, b, year }, 'check-figures')];
  };
  if (def.type !== 'series') return tell(String(part), String(all), '');
  const byYear = all as SeriesInput;
  return Object.entries(part as SeriesInput).flatMap(([year, a]) => {
    const b = Object.hasOwn(byYear, year) ? byYear[year] : undefined;
    return isFigure(a) && isFigure(b) ? tell(a, b, year) : [];
  });
}

const isFigure = (x: string | null | undefined): x is string => typeof x === 'string' && x !== 'notApplicable';

type Span = Extract<Expr, { k: 'span' }>;
type Day = (id: Id) => string | undefined;

/** Each pair of dates a `span` measures where the later one comes first; told once per pair. */
function reversedSpans(doc: PolicyDoc, facts: Facts, dates: Dates | undefined): readonly Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  const today = dates && asOf(doc, dates);
  const look = (span: Span, at: string, day: Day): void => {
    const from = day(span.from);
    const to = span.to === 'asOf' ? today : day(span.to);
    if (from === undefined || to === undefined || from <= to) return;
    const path = span.from.startsWith('item.') ? `${at}.${span.from.slice(5)}` : span.from;
    const args = { from: span.from, to: span.to, a: from, b: to };
    found.set(`${path} ${span.to}`, warn('span-negative', path, path.split('.', 1).join(), args, 'check-figures'));
  };
  const single: Day = (id) => textOf(knownOf(facts, id));
  for (const { span, list } of spansOf(doc)) {
    if (list === undefined) look(span, '', single);
    else
      itemsOf(knownOf(facts, list)).forEach((item, i) => {
        look(span, `${list}.${i}`, (id) => (id.startsWith('item.') ? textOf(item[id.slice(5)]) : single(id)));
      });
  }
  return [...found.values()];
}

/** Every span of the document, with the list whose records it measures where it measures records. */
const spansOf = perDoc((doc) => {
  const spans: { readonly span: Span; readonly list: Id | undefined }[] = [];
  walkDoc(doc, (node, _path, above) => {
    if (node.k !== 'span') return;
    const isOfItems = [node.from, node.to].some((id) => id.startsWith('item.'));
    spans.push({ span: node, list: isOfItems ? listAround(above) : undefined });
  });
  return spans;
});

const textOf = (value: FactInput | null | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;
const itemsOf = (value: FactInput | undefined): readonly ListItem[] => (Array.isArray(value) ? value : []);
