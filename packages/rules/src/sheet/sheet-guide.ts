import type { Message } from '../policy/diagnostic.ts';
import type { Text } from '../policy/document.ts';
import { bothWords, namesOf } from './both-words.ts';
import type { SheetColumn } from './sheet-columns.ts';

/** One line of the sheet that explains a template (填写说明): words of the policy, and messages of this package. */
export interface GuideRow {
  readonly column: Text;
  readonly question: Text;
  readonly where?: Text;
  readonly form: Message | Text;
  readonly example?: string;
}

/** Columns of the guide, in order. */
export const guideHeaders: readonly Message[] = ['column', 'question', 'where', 'form', 'example'].map((part) => ({
  key: `sheet.guide.${part}`,
  args: {},
}));

/** What goes into every column of a template, where the figure stands, and how it is written. */
export const guideOf = (columns: readonly SheetColumn[]): readonly GuideRow[] =>
  columns.map((column) => {
    const ask = column.def?.ask;
    const where = ask?.where === undefined ? {} : { where: ask.where };
    const example = ask?.example === undefined || isScaled(column) ? {} : { example: ask.example };
    return {
      column: column.header,
      question: ask?.question ?? column.label,
      form: formOf(column),
      ...where,
      ...example,
    };
  });

// Examples of a policy are in yuan and plain ratios; under a header in 万元 or % they would mislead.
const isScaled = (column: SheetColumn): boolean =>
  column.unit === 'CNY' || column.unit === 'USD' || column.unit === 'ratio';

function formOf(column: SheetColumn): Message | Text {
  const values = column.def?.domain?.values;
  if (column.type === 'enum' && values) return namesOf(values, ' / ');
  const fields = bothWords('fields', namesOf(column.def?.fields ?? [], ' | '));
  return { key: `sheet.form.${column.type}`, args: fields };
}
