/** Id of the field of a figure: `revenue@2025` → `fact-revenue-2025`. */
export const fieldId = (key: string): string => `fact-${key.replace('@', '-')}`;

/** Name of the figure a place in a request or its refusal belongs to: `facts.revenue.2025` → `revenue@2025`. */
export function keyOfPath(path: string): string {
  const [, id = '', year] = path.split('.');
  return year !== undefined && /^\d{4}$/.test(year) ? `${id}@${year}` : id;
}
