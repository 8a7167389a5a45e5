import { type Cell, checkCreditCode, type Diagnostic, type FactDef, type MatchedColumn } from '@tidu/rules';
import { nameFacts } from '../evaluations/name-facts.ts';
import { type Locale, message, say } from '../messages/say.ts';

/** How the list of problems is written. */
export interface ProblemWriting {
  readonly columns: readonly MatchedColumn[];
  readonly facts: readonly FactDef[];
  readonly locale: Locale;
}

/** Headers of the list of problems. */
export const problemHeaders = (locale: Locale): readonly Cell[] =>
  ['row', 'name', 'kind', 'at', 'problem', 'fix'].map((column) => say(message(`cli.column.${column}`), locale));

/** One line of the list of problems: where, of which kind (wrong, or to be checked), what, and how to put it right. */
export function problemRow(
  row: number,
  name: string | undefined,
  found: Diagnostic,
  { columns, facts, locale }: ProblemWriting,
): readonly Cell[] {
  const { msg, fix, path, level } = nameFacts(found, facts, locale);
  const [fact, year] = path.split('.');
  const column =
    columns.find((c) => c.column.key === path || c.column.key === `${fact}@${year}`) ??
    columns.find((c) => c.column.fact === fact);
  const kind = say(message(level === 'error' ? 'cli.kind.wrong' : 'cli.kind.check'), locale);
  return [row, name ?? '', kind, column?.header ?? '', say(msg, locale), fix ? say(fix, locale) : ''];
}

/** What is odd about a firm's credit code; never an error, because the code does not bear on the result. */
export const codeWarnings = (code: string | undefined): readonly Diagnostic[] =>
  code === undefined
    ? []
    : checkCreditCode(code).problems.map(({ code: what, position, expected }) => ({
        code: `credit-code-${what}`,
        level: 'warn',
        path: 'firm.code',
        msg: message(`cli.code.${what}`, {
          code,
          position: String(position ?? ''),
          expected: expected ?? '',
        }),
        fix: message('cli.fix.code'),
      }));
