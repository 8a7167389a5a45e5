import { parseDay } from '../date/day.ts';
import { compare, formatNum, type Rational } from '../number/rational.ts';
import type { FactDef, FactInput, Unit } from './document.ts';
import { finiteNum } from './leaf.ts';
import { suggest } from './nearest.ts';
import type { Report } from './problem.ts';
import { digitsOf } from './suggest-number.ts';
import { unitOfFact } from './units.ts';

type Read = FactInput | undefined;

/** Reads one value of a fact as the policy defines it; reports every error and gives undefined where there was one. */
export function readValue(def: FactDef, value: unknown, path: string, report: Report): Read {
  switch (def.type) {
    case 'bool':
      return readBool(def, value, path, report);
    case 'int':
    case 'num':
    case 'money':
      return readNumber(def, value, path, report);
    case 'date':
      return readDate(def, value, path, report);
    case 'enum':
      return readWord(def, value, path, report);
    case 'series':
      return readSeries(def, value, path, report);
    case 'list':
      return readList(def, value, path, report);
  }
}

export function readBool(
  def: { readonly id: string },
  value: unknown,
  path: string,
  report: Report,
): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const quoted = value === 'true' || value === 'false';
  report('value-not-bool', path, { fact: def.id, got: shown(value) }, quoted ? 'unquote-bool' : 'write-bool');
  return undefined;
}

const THINGS: readonly (Unit | undefined)[] = ['people', 'count'];

/** Money, and numbers of people and things, are plain digits; only other figures may be a percentage or a fraction. */
function readNumber(def: FactDef, value: unknown, path: string, report: Report): string | undefined {
  const args = { fact: def.id, got: shown(value) };
  if (typeof value === 'number') {
    report('number-not-text', path, args, 'quote-number', { text: String(value) });
    return undefined;
  }
  const exact = typeof value === 'string' ? finiteNum(value) : undefined;
  const unit = unitOfFact(def);
  const isWhole = def.type === 'int' || THINGS.includes(unit);
  const isPlain = typeof value === 'string' && !/[%/]/.test(value);
  if (typeof value !== 'string' || !exact || (!isPlain && (isWhole || unit === 'CNY' || unit === 'USD'))) {
    const digits = typeof value === 'string' ? digitsOf(value) : undefined;
    if (digits === undefined) report('value-not-number', path, args, isWhole ? 'write-whole' : 'write-number');
    else report('value-not-number', path, args, 'write-this', { digits });
    return undefined;
  }
  if (isWhole && exact.d !== 1n) {
    report('value-not-whole', path, args, 'write-whole');
    return undefined;
  }
  return isWithin(def, exact, path, report) ? value : undefined;
}

function isWithin(def: FactDef, value: Rational, path: string, report: Report): boolean {
  const min = finiteNum(def.domain?.min ?? '');
  const max = finiteNum(def.domain?.max ?? '');
  if (!(min && compare(value, min) < 0) && !(max && compare(value, max) > 0)) return true;
  const fix = !max ? 'at-least' : !min ? 'at-most' : def.type === 'int' ? 'whole-in-range' : 'allow-range';
  const bounds = { ...(min ? { min: formatNum(min) } : {}), ...(max ? { max: formatNum(max) } : {}) };
  report('value-out-of-range', path, { fact: def.id, got: formatNum(value), ...bounds }, fix);
  return false;
}

function readDate(def: FactDef, value: unknown, path: string, report: Report): string | undefined {
  if (typeof value === 'string' && parseDay(value) !== undefined) return value;
  report('value-not-date', path, { fact: def.id, got: shown(value) }, 'write-date');
  return undefined;
}

function readWord(def: FactDef, value: unknown, path: string, report: Report): string | undefined {
  const known = wordsOf(def);
  if (typeof value === 'string' && (known === undefined || known.includes(value))) return value;
  const args = { fact: def.id, got: shown(value) };
  // People copy the label they see; the word behind it is what they mean.
  const byLabel = def.domain?.values?.find((v) => Object.values(v.label ?? {}).includes(String(value)));
  if (byLabel) report('value-not-word', path, args, 'did-you-mean', { suggestion: byLabel.id });
  else if (known) report('value-not-word', path, args, ...suggest(String(value), known));
  else report('value-not-word', path, args, 'write-text');
  return undefined;
}

/** The words a bool or enum may be; undefined where another policy's tiers give them. */
export function wordsOf(def: FactDef): readonly string[] | undefined {
  if (def.type === 'bool') return ['true', 'false'];
  const own = def.domain?.values?.map((v) => v.id);
  return def.derive && own ? [...own, 'none'] : own;
}

function readSeries(def: FactDef, value: unknown, path: string, report: Report): Read {
  if (!isRecord(value)) {
    report('value-not-series', path, { fact: def.id, got: shown(value) }, 'write-series');
    return undefined;
  }
  const years: [string, string | null][] = [];
  let sound = true;
  for (const [year, figure] of Object.entries(value)) {
    const at = `${path}.${year}`;
    const isYear = /^\d{4}$/.test(year);
    if (!isYear) report('year-not-four-digits', at, { fact: def.id, got: year }, 'write-year');
    const open = figure === null || figure === 'notApplicable';
    const read = open ? figure : readNumber(def, figure, at, report);
    if (!isYear || read === undefined) sound = false;
    else years.push([year, read]);
  }
  return sound ? Object.fromEntries(years) : undefined;
}

function readList(def: FactDef, value: unknown, path: string, report: Report): Read {
  if (!Array.isArray(value)) {
    report('value-not-list', path, { fact: def.id, got: shown(value) }, 'write-list');
    return undefined;
  }
  const items = value.map((item: unknown, i) => readItem(def, item, `${path}.${i}`, report));
  return items.every((item) => item !== undefined) ? items : undefined;
}

type Item = Readonly<Record<string, boolean | string | null>>;

function readItem(def: FactDef, item: unknown, path: string, report: Report): Item | undefined {
  if (!isRecord(item)) {
    report('value-not-list', path, { fact: def.id, got: shown(item) }, 'write-list');
    return undefined;
  }
  const fields = new Map((def.fields ?? []).map((f) => [f.id, f]));
  const out: [string, boolean | string | null][] = [];
  let sound = true;
  for (const [key, value] of Object.entries(item)) {
    const field = fields.get(key);
    if (!field)
      report('unknown-field', `${path}.${key}`, { id: key, list: def.id }, ...suggest(key, [...fields.keys()]));
    const read = !field || value === null ? null : readValue(field, value, `${path}.${key}`, report);
    if (!field || (read !== null && typeof read !== 'string' && typeof read !== 'boolean')) sound = false;
    else out.push([key, read]);
  }
  return sound ? Object.fromEntries(out) : undefined;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as it stands in JSON, cut short, for a message. */
export function shown(value: unknown): string {
  if (value === undefined) return '–';
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  const text = String(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
