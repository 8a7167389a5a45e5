const DAY_MS = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Midnight UTC of a calendar day, or undefined when the text is no real day. */
export function utcOf(day: string): number | undefined {
  const m = PATTERN.exec(day);
  if (!m) return undefined;
  const at = Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3]));
  return new Date(at).toISOString().startsWith(day) ? at : undefined;
}

/** Whole days from one calendar day to another; 0 when either is no real day. */
export function daysBetween(from: string, to: string): number {
  const [a, b] = [utcOf(from), utcOf(to)];
  return a === undefined || b === undefined ? 0 : Math.round((b - a) / DAY_MS);
}

/** The calendar day where the reader sits, `YYYY-MM-DD`. */
export function localDay(now: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
