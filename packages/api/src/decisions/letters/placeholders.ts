/** What a letter's text may ask for in braces (占位符). The last four stand alone and become numbered paragraphs. */
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
  'overrides',
  'items',
  'legalBasis',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type Values = Readonly<Partial<Record<Placeholder, string | readonly string[]>>>;

const HOLE = /\{(\w+)\}/g;
const HOLE_ALONE = /^\{(\w+)\}$/;

/** Names in braces that no letter knows, whatever stands there; a brace that is not closed would be printed as it is. */
export const unknownPlaceholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{([^{}]*)(\}?)|\}/g)].flatMap(([all, name = '', end]) =>
    end === '}' && PLACEHOLDERS.some((each) => each === name) ? [] : [end === '}' ? name : all],
  );

/**
 * Fills a text in. A paragraph that asks for something there is none of is left out whole, so that one template does for
 * letters with and without an amount; so is the line that leads in a list of which there is nothing. What is put in is never
 * read as a template again.
 */
export function fillIn(paragraphs: readonly string[], values: Values): readonly string[] {
  return paragraphs.flatMap((paragraph, i) => {
    if (leadsIn(paragraph) && listIn(paragraphs[i + 1] ?? '', values)?.length === 0) return [];
    const list = listIn(paragraph, values);
    if (list) return list.map((each, n) => `${n + 1}. ${each}`);
    const names = [...paragraph.matchAll(HOLE)].map(([, name]) => textOf(values, name));
    if (names.some((value) => value === '')) return [];
    return [paragraph.replace(HOLE, (_hole, name: string) => textOf(values, name))];
  });
}

const leadsIn = (paragraph: string): boolean => /[：:]$/.test(paragraph) && !HOLE_ALONE.test(paragraph);

/** The list that stands alone in a paragraph, if one does. */
function listIn(paragraph: string, values: Values): readonly string[] | undefined {
  const value = values[HOLE_ALONE.exec(paragraph)?.[1] as Placeholder];
  return Array.isArray(value) ? value : undefined;
}

function textOf(values: Values, name: string | undefined): string {
  const value = values[name as Placeholder];
  return typeof value === 'string' ? value : (value ?? []).join('；');
}
