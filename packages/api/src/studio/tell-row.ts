import type { Diagnostic, FactDef, MatchedColumn } from '@tidu/rules';
import { nameFacts } from '../evaluations/name-facts.ts';
import { type Locale, message, say } from '../messages/say.ts';

interface Telling {
  readonly columns: readonly MatchedColumn[];
  readonly facts: readonly FactDef[];
  readonly locale: Locale;
}

/** What is wrong with one row of a sheet or one line of a list, in words: where, what, and how to put it right. */
export const tellRow = (problems: readonly Diagnostic[], telling: Telling): string[] =>
  problems.map((found) => {
    const { facts, locale } = telling;
    const { msg, fix } = nameFacts(found, facts, locale);
    const place = placeOf(found.path, telling);
    const said = say(msg, locale);
    // Some findings name the place themselves.
    const what = said.includes(place) ? said : say(message('api.studio.row-problem', { place, what: said }), locale);
    return fix ? say(message('api.studio.row-problem-and-fix', { what, fix: say(fix, locale) }), locale) : what;
  });

/** The head of the column, or the name of the fact and its year. */
function placeOf(path: string, { columns, facts, locale }: Telling): string {
  const [fact = '', year] = path.split('.');
  const column = columns.find(({ column: { key } }) => key === path || key === `${fact}@${year}`);
  if (column) return column.header;
  const label = facts.find(({ id }) => id === fact)?.label;
  const name = label?.[locale] ?? label?.['zh-CN'] ?? fact;
  return year && /^\d{4}$/.test(year) ? `${name} ${year}` : name;
}
