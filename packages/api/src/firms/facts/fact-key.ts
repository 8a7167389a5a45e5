/** Names one figure of a firm: `revenue@2025`, or `registeredOn` for a fact without years. The columns of a sheet have the same names. */
export const factKey = (factId: string, year: string): string => (year === '' ? factId : `${factId}@${year}`);

export function splitKey(key: string): { readonly factId: string; readonly year: string } {
  const [factId = '', year = ''] = key.split('@');
  return { factId, year };
}
