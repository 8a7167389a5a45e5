/** The number after `last` in a row of `〈start〉1〈end〉, 〈start〉2〈end〉 …`; the first one where there is none yet. */
export function nextNumber(start: string, last: string | undefined, { end = '', width = 1 } = {}): string {
  const n = last === undefined ? 0 : Number.parseInt(last.slice(start.length), 10);
  return `${start}${String(n + 1).padStart(width, '0')}${end}`;
}
