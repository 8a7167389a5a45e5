import type { FactDef, Facts, PolicyDoc } from '@tidu/rules';
import type { FileRow } from '../../files/queries.ts';
import { cellsOf } from '../../firms/facts/fact-cells.ts';
import type { SubmittedParts } from '../read-content.ts';
import type { CaseFigure } from './contract.ts';

export const fileOf = ({ id, name, mediaType }: Pick<FileRow, 'id' | 'name' | 'mediaType'>) => ({
  id,
  name,
  mediaType,
});

/** Definitions of facts by id, of the policy and of those whose results fill some of its facts. */
export const definitionsOf = (docs: readonly PolicyDoc[]): ReadonlyMap<string, FactDef> =>
  new Map(docs.flatMap((doc) => doc.facts).map((def) => [def.id, def]));

export interface Cell {
  readonly key: string;
  readonly fact: string;
  readonly year: string;
  readonly value: string;
}

/** The known figures of a submission, one for each year of a series. */
export const knownCells = (facts: Facts): readonly Cell[] =>
  cellsOf(facts).flatMap(({ factId, year, state, value }) =>
    state !== 'known' || value === null
      ? []
      : [{ key: year === '' ? factId : `${factId}@${year}`, fact: factId, year, value: textOf(JSON.parse(value)) }],
  );

export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : Array.isArray(value) ? String(value.length) : String(value);

/** Each figure with its source and the files that prove it; what another policy filled in says so. */
export function figuresOf(
  facts: Facts,
  content: SubmittedParts,
  definitions: ReadonlyMap<string, FactDef>,
  files: readonly FileRow[],
): Omit<CaseFigure, 'now'>[] {
  return knownCells(facts).map(({ key, fact, value }) => {
    const def = definitions.get(fact);
    const origin = content.sources[key] ?? content.sources[fact];
    const word = def?.domain?.values?.find(({ id }) => id === value);
    return {
      key,
      fact,
      label: { ...(def?.label ?? { 'zh-CN': fact }) },
      value,
      words: word ? { ...word.label } : null,
      unit: def?.unit ?? (def?.type === 'money' ? 'CNY' : null),
      type: def?.type ?? 'num',
      source: origin?.source ?? (def?.derive ? 'derived' : 'declared'),
      evidence: (origin?.evidence ?? []).flatMap((id) => {
        const file = files.find((each) => each.id === id);
        return file ? [fileOf(file)] : [];
      }),
    };
  });
}
