import type { CaseFilters } from '@tidu/api/review/desk/contract';

const KEYS = [
  'q',
  'state',
  'scheme',
  'task',
  'poolYear',
  'overdue',
  'dueWithin',
  'conflicts',
  'assigned',
  'turn',
  'submittedFrom',
  'submittedTo',
] as const satisfies readonly (keyof CaseFilters)[];

/** The filters in the address of the page: a link to the queue is the queue. Anything else is left out. */
export function readFilters(search: Readonly<Record<string, unknown>>): CaseFilters {
  const given = KEYS.flatMap((key) => {
    const value = search[key];
    const text = typeof value === 'number' ? String(value) : value;
    return typeof text === 'string' && text !== '' ? [[key, text] as const] : [];
  });
  return Object.fromEntries(given) as CaseFilters;
}

/** The same filters for the API. */
export const queryOf = (filters: CaseFilters): string =>
  new URLSearchParams(KEYS.flatMap((key) => (filters[key] ? [[key, filters[key]]] : []))).toString();

/** Takes a value in, or out where it is empty. */
export const withFilter = (filters: CaseFilters, key: keyof CaseFilters, value: string | undefined): CaseFilters => {
  const { [key]: _, ...rest } = filters;
  return value ? { ...rest, [key]: value } : rest;
};

export const isFiltered = (filters: CaseFilters): boolean => Object.keys(filters).length > 0;
