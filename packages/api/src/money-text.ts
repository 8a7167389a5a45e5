/** Amounts are whole 分 in the database and decimal text in CNY at every boundary: `1050` is `10.5`. */
export function yuanText(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const [whole, part] = [Math.floor(Math.abs(fen) / 100), Math.abs(fen) % 100];
  return `${sign}${whole}${part === 0 ? '' : `.${String(part).padStart(2, '0').replace(/0$/, '')}`}`;
}

export const yuanTextOr = (fen: number | null): string | null => (fen === null ? null : yuanText(fen));

/** Whole 分 of an amount written in CNY with at most two decimals; nothing where it is not one. */
export function fenOfText(yuan: string): number | undefined {
  const [, whole = '', part = ''] = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(yuan) ?? [];
  return whole === '' ? undefined : Number(whole) * 100 + Number(part.padEnd(2, '0'));
}
