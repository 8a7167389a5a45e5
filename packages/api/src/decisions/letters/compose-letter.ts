import type { LetterTemplate } from './contract.ts';
import { dayInWords, type LetterContent } from './letter-content.ts';
import { fillIn, type Values } from './placeholders.ts';

interface Composed {
  readonly number: string;
  readonly addressee: string;
  readonly today: string;
}

/** A template with its holes filled in: what is sent, and what a preview shows. */
export const composeLetter = (
  template: LetterTemplate,
  values: Values,
  { number, addressee, today }: Composed,
): LetterContent => ({
  title: template.title,
  number,
  addressee,
  paragraphs: withoutIdleLeads(fillIn(template.paragraphs, values)),
  issuer: template.issuer,
  day: dayInWords(today),
});

/** A line that leads to a list (it ends in a colon) goes where the list is empty. */
const withoutIdleLeads = (paragraphs: readonly string[]): readonly string[] =>
  paragraphs.filter((each, i) => !/如下：$|事项：$/.test(each) || /^1\. /.test(paragraphs[i + 1] ?? ''));
