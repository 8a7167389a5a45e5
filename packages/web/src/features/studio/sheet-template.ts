import { columnsOf, type Locale, type PolicyDoc, type SheetColumn } from '@tidu/rules';
import { saveFile } from '../self-check/model/save-file.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

interface TemplateWords {
  readonly fill: string;
  readonly guide: string;
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
}

/** The fiscal year a text is first applied to, as the server reads sheets for it; not later than last year where `today` is given. */
function datesOf({ inForce, applies }: PolicyDoc, today = inForce.from) {
  const yearOf = (day: string): number => Number(day.slice(0, 4));
  const { from } = inForce;
  if (applies === 'fiscalYearEnd') return { decision: from, fiscalYearEnd: `${yearOf(from)}-12-31` };
  return { decision: from, fiscalYearEnd: `${Math.min(yearOf(today), yearOf(from)) - 1}-12-31` };
}

/** A workbook to fill with firms for a text; `extra` columns come right after the firm's name. */
export async function saveSheetTemplate(
  doc: PolicyDoc,
  name: string,
  {
    locale,
    words,
    today,
    extra = [],
  }: {
    readonly locale: Locale;
    readonly words: TemplateWords;
    readonly today?: string;
    readonly extra?: readonly SheetColumn[];
  },
): Promise<void> {
  const { makeTemplate } = await import('../self-check/import/make-template.ts');
  const [first, ...rest] = columnsOf(doc, datesOf(doc, today));
  const columns = first ? [first, ...extra, ...rest] : extra;
  const bytes = await makeTemplate(columns, locale, words);
  saveFile(name, bytes as Uint8Array<ArrayBuffer>, XLSX);
}
