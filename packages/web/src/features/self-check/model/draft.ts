import type { FactState, Facts, Id, IsoDate } from '@tidu/rules';
import type { MoneyUnit } from '../../../shared/format/money-unit.ts';

/** One firm as it was filled in (草稿). It lives on the device alone. */
export interface Draft {
  readonly id: string;
  /** What the person calls it; empty until named. */
  readonly name: string;
  /** Instant of the last save, ISO; empty before the first. */
  readonly savedAt: string;
  /** 申报日期; today while absent. */
  readonly filing?: IsoDate;
  /** Base fiscal year T; the last full year before the filing day while absent. */
  readonly fiscalYear?: number;
  /** The park the firm sits in, by its id: some policies are for some parks only. */
  readonly park?: string;
  readonly creditCode?: string;
  readonly facts: Facts;
  /** What stands in a figure field and cannot be read yet, by field; kept so that nothing typed is lost. */
  readonly typed: Readonly<Record<string, string>>;
  /** The unit a person chose for an amount, by fact. */
  readonly units: Readonly<Record<Id, MoneyUnit>>;
}

/** Version of the stored form. A newer one than this is left untouched and reported. */
export const DRAFT_FORMAT = 1;

export const newDraft = (id: string): Draft => ({ id, name: '', savedAt: '', facts: {}, typed: {}, units: {} });

/** Whether anything was filled in at all. */
export const isEmptyDraft = (draft: Draft): boolean =>
  Object.keys(draft.facts).length === 0 && Object.keys(draft.typed).length === 0 && !draft.creditCode;

export const writeDraft = (draft: Draft): string => JSON.stringify({ format: DRAFT_FORMAT, ...draft });

export type ReadDraft = { readonly draft: Draft } | { readonly problem: 'broken' | 'newer' };

/** Reads a stored draft. Single facts that make no sense are left out; a text that is no draft at all is a problem. */
export function readDraft(text: string): ReadDraft {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: 'broken' };
  }
  if (!isRecord(json) || typeof json.format !== 'number') return { problem: 'broken' };
  if (json.format > DRAFT_FORMAT) return { problem: 'newer' };
  if (typeof json.id !== 'string' || json.id === '' || !isRecord(json.facts)) return { problem: 'broken' };
  return {
    draft: {
      id: json.id,
      name: textOr(json.name, ''),
      savedAt: textOr(json.savedAt, ''),
      facts: readStates(json.facts),
      typed: readTexts(json.typed),
      units: readUnits(json.units),
      ...readHead(json),
    },
  };
}

/** Filing day, fiscal year, park and credit code, each only where it is sound. */
export function readHead(
  json: Readonly<Record<string, unknown>>,
): Pick<Draft, 'filing' | 'fiscalYear' | 'park' | 'creditCode'> {
  const { filing, fiscalYear, park, creditCode } = json;
  const isYear =
    typeof fiscalYear === 'number' && Number.isInteger(fiscalYear) && fiscalYear > 1900 && fiscalYear < 2200;
  return {
    ...(typeof filing === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(filing) ? { filing } : {}),
    ...(isYear ? { fiscalYear } : {}),
    ...(typeof park === 'string' && /^[a-z][a-z0-9-]{0,49}$/.test(park) ? { park } : {}),
    ...(typeof creditCode === 'string' ? { creditCode: creditCode.slice(0, 40) } : {}),
  };
}

/** Keeps what has the form of a fact; whether its value fits the policy is checked where the policy is known. */
export function readStates(json: Readonly<Record<string, unknown>>): Facts {
  return Object.fromEntries(Object.entries(json).filter((entry): entry is [Id, FactState] => isState(entry[1])));
}

function isState(value: unknown): value is FactState {
  if (!isRecord(value)) return false;
  if (value.state === 'unknown' || value.state === 'notApplicable') return true;
  const { known } = value;
  return typeof known === 'boolean' || typeof known === 'string' || (typeof known === 'object' && known !== null);
}

function readTexts(json: unknown): Readonly<Record<string, string>> {
  if (!isRecord(json)) return {};
  return Object.fromEntries(Object.entries(json).filter((e): e is [string, string] => typeof e[1] === 'string'));
}

const UNITS: readonly unknown[] = ['yuan', 'wan', 'yi'];
const readUnits = (json: unknown): Readonly<Record<Id, MoneyUnit>> =>
  Object.fromEntries(Object.entries(readTexts(json)).filter((e): e is [Id, MoneyUnit] => UNITS.includes(e[1])));

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOr = (value: unknown, otherwise: string): string => (typeof value === 'string' ? value : otherwise);
