import { guideHeaders, guideOf, type Message, type Text } from '@tidu/rules';
import { type Locale, message, say } from '../messages/say.ts';
import { datesOf, type PolicyOptions, pickShipped } from './policy-shelf.ts';
import { sheetColumnsFor } from './sheet-results.ts';
import { expectWorkbookName, writeWorkbook } from './write-workbook.ts';

/** `tidu template`: an empty sheet of firms for a policy, with a second sheet that explains every column. */
export async function templateCommand(
  options: PolicyOptions & { readonly out: string },
  print: (text: string) => void,
): Promise<void> {
  const { locale, out } = options;
  expectWorkbookName(out);
  const dates = datesOf(options);
  const columns = sheetColumnsFor(pickShipped(options, dates), dates);
  const words = (of: Message | Text): string =>
    'key' in of && 'args' in of ? say(of as Message, locale) : textIn(of as Text, locale);
  const guide = guideOf(columns).map((row) => [
    words(row.column),
    words(row.question),
    row.where ? words(row.where) : '',
    words(row.form),
    row.example ?? '',
  ]);
  const choices = new Map(
    columns.flatMap((column, i): [number, readonly string[]][] => {
      const values = column.def?.domain?.values?.map((v) => textIn(v.label, locale));
      if (column.type === 'enum' && values && values.join(',').length <= 250) return [[i, values]];
      return column.type === 'bool' ? [[i, say(message('cli.yes-no'), locale).split('|')]] : [];
    }),
  );
  await writeWorkbook(out, [
    { name: say(message('cli.sheet.firms'), locale), rows: [columns.map((column) => words(column.header))], choices },
    {
      name: say(message('cli.sheet.guide'), locale),
      rows: [guideHeaders.map((header) => say(header, locale)), ...guide],
    },
  ]);
  print(say(message('cli.sheet.template', { out, columns: String(columns.length) }), locale));
}

const textIn = (text: Text, locale: Locale): string => text[locale] ?? text['zh-CN'] ?? '';
