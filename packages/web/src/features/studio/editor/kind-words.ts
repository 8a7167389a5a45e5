import { studioKindsMessages } from '../../../messages/studio-kinds-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';

interface Words {
  readonly kind: Readonly<Record<string, readonly string[]>>;
  readonly field: Readonly<Record<string, string>>;
  readonly word: Readonly<Record<string, string>>;
}

/** The most exact wording there is: `marginal.rows.out`, then `rows.out`, `marginal.out`, `out`. */
export function fieldWord({ field }: Words, kind: string, group: string | undefined, key: string): string {
  const tries = group ? [`${kind}.${group}.${key}`, `${group}.${key}`] : [`${kind}.${key}`];
  return [...tries, key].map((each) => field[each]).find((each) => each !== undefined) ?? key;
}

export function choiceWord({ word }: Words, kind: string, group: string | undefined, choice: string): string {
  return (group && word[`${group}.${choice}`]) || word[`${kind}.${choice}`] || word[choice] || choice;
}

/** The names of kinds, fields and choices in the language of the page. */
export function useKindWords() {
  const m = useMessages(studioKindsMessages) as Words &
    ReturnType<typeof useMessages<{ sort: Record<string, string> }>>;
  return {
    kind: (kind: string): string => m.kind[kind]?.[0] ?? kind,
    about: (kind: string): string => m.kind[kind]?.[1] ?? '',
    field: (kind: string, group: string | undefined, key: string): string => fieldWord(m, kind, group, key),
    choice: (kind: string, group: string | undefined, choice: string): string => choiceWord(m, kind, group, choice),
    sort: (sort: string): string => m.sort[sort] ?? sort,
  };
}
