/** What a letter's text may ask for in braces (占位符). The last three stand alone and become numbered paragraphs. */
export const PLACEHOLDERS = [
  'firm',
  'creditCode',
  'scheme',
  'project',
  'number',
  'submittedOn',
  'amount',
  'amountInWords',
  'tier',
  'reason',
  'clause',
  'feedback',
  'policy',
  'receiptNumber',
  'noticeNumber',
  'dueOn',
  'contact',
  'today',
  'unmet',
  'items',
  'legalBasis',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type Values = Readonly<Partial<Record<Placeholder, string | readonly string[]>>>;

const HOLE = /\{(\w+)\}/g;

/** Names in braces that no letter knows. */
export const unknownPlaceholders = (text: string): readonly string[] =>
  [...text.matchAll(HOLE)].flatMap(([, name = '']) => (PLACEHOLDERS.some((each) => each === name) ? [] : [name]));

/**
 * Fills a text in. A paragraph that asks for something there is none of is left out whole, so that one template does for
 * letters with and without an amount. What is put in is never read as a template again.
 */
export function fillIn(paragraphs: readonly string[], values: Values): readonly string[] {
  return paragraphs.flatMap((paragraph) => {
    const alone = /^\{(\w+)\}$/.exec(paragraph)?.[1] as Placeholder | undefined;
    const list = alone === undefined ? undefined : values[alone];
    if (Array.isArray(list)) return list.map((each, i) => `${i + 1}. ${each}`);
    const names = [...paragraph.matchAll(HOLE)].map(([, name]) => textOf(values, name));
    if (names.some((value) => value === '')) return [];
    return [paragraph.replace(HOLE, (_hole, name: string) => textOf(values, name))];
  });
}

function textOf(values: Values, name: string | undefined): string {
  const value = values[name as Placeholder];
  return typeof value === 'string' ? value : (value ?? []).join('；');
}
