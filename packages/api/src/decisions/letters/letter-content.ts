/** All that stands in one letter (文书), in order; what is printed is made from this alone. */
export interface LetterContent {
  readonly title: string;
  readonly number: string;
  readonly addressee: string;
  readonly paragraphs: readonly string[];
  readonly issuer: string;
  /** In words: 2026年4月1日. */
  readonly day: string;
}

/** A day as official letters write it. */
export function dayInWords(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
