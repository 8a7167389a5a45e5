import type { FactsChange, FirmFact } from '@tidu/api/firms/facts/contract';
import type { FactInput, Facts } from '@tidu/rules';

/** A figure as it stands or is to stand. */
export type Figure =
  | { readonly state: 'known'; readonly value: FactInput }
  | { readonly state: 'unknown' | 'notApplicable' | 'empty' };

/** What was changed and not saved yet, by the name of the figure (`revenue@2025`). */
export type Changes = Readonly<Record<string, Figure>>;

export const EMPTY: Figure = { state: 'empty' };

export const figureOf = (fact: FirmFact | undefined): Figure => {
  if (!fact) return EMPTY;
  return fact.state === 'known' ? { state: 'known', value: fact.value as FactInput } : { state: fact.state };
};

const isSame = (a: Figure, b: Figure): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The changes with one more; back to what is on file is no change. */
export function withChange(changes: Changes, key: string, next: Figure, onFile: FirmFact | undefined): Changes {
  const { [key]: _, ...rest } = changes;
  return isSame(next, figureOf(onFile)) ? rest : { ...rest, [key]: next };
}

/** The changes as the API takes them, each based on what this page has seen. */
export function bodyOf(changes: Changes, onFile: ReadonlyMap<string, FirmFact>): FactsChange {
  const facts: Record<string, unknown> = {};
  const clear: string[] = [];
  for (const [key, figure] of Object.entries(changes)) {
    const [id = '', year] = key.split('@');
    if (figure.state === 'empty') clear.push(key);
    else if (year === undefined)
      facts[id] = figure.state === 'known' ? { known: figure.value } : { state: figure.state };
    else facts[id] = { ...(facts[id] as object | undefined), [year]: yearValue(figure) };
  }
  const seen = Object.keys(changes).filter((key) => !clear.includes(key));
  const about = Object.fromEntries(seen.map((key) => [key, { basedOn: onFile.get(key)?.id ?? null }]));
  return { facts, about, clear };
}

const yearValue = (figure: Figure): unknown =>
  figure.state === 'known' ? figure.value : figure.state === 'unknown' ? null : 'notApplicable';

/** The figures as they would stand with the changes, for looking at them while a person types. */
export function factsWith(onFile: readonly FirmFact[], changes: Changes): Facts {
  const figures = { ...Object.fromEntries(onFile.map((fact) => [fact.key, figureOf(fact)])), ...changes };
  const { facts = {} } = bodyOf(figures, new Map());
  const series = new Set(Object.keys(figures).flatMap((key) => (key.includes('@') ? [key.split('@')[0]] : [])));
  return Object.fromEntries(
    Object.entries(facts).map(([id, state]) => [id, series.has(id) ? { known: state } : state]),
  ) as Facts;
}
