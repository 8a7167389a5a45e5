const two = (n: number): string => String(n).padStart(2, '0');

/** `10:32` of an instant where the reader sits. */
export function timeOf(instant: string): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? '' : `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** `2026-11-23 10:32` of an instant where the reader sits. */
export function dayAndTimeOf(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${timeOf(instant)}`;
}
