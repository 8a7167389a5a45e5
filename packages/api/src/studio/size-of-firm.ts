import { type FactState, type Facts, SIZE_CLASSES, SIZE_LIMITS, type SizeIndustry } from '@tidu/rules';

/** Facts on file that the standard goes by; each is a figure of a year. */
const MEASURES = { employees: 'employees', revenue: 'revenue', assets: 'totalAssets' } as const;

/** Limits as doubles: they are whole and small, and 100,000 firms are told apart for every trial. */
const LIMITS = new Map(
  Object.entries(SIZE_LIMITS).map(([industry, { limits }]) => [
    industry as SizeIndustry,
    Object.entries(limits).map(([measure, of]) => ({
      fact: MEASURES[measure as keyof typeof MEASURES],
      of: of.map(Number),
    })),
  ]),
);
const MICRO = SIZE_CLASSES.length - 1;

/**
 * The size of a firm in a year (企业规模) by the standard: industry, staff, turnover and assets. `unknown` where what is on
 * file does not decide it. INVARIANT (size-as-classified): it is the class `classifySize` of the rules gives.
 */
export function sizeOfFirm(facts: Facts, year: number, industry: SizeIndustry | undefined): string {
  if (industry === undefined) return 'unknown';
  let rank = 0;
  let isOpen = false;
  for (const { fact, of } of LIMITS.get(industry) ?? []) {
    const value = figureIn(facts[fact], year);
    if (value === undefined) isOpen = true;
    else {
      const reached = of.findIndex((limit) => value >= limit);
      rank = Math.max(rank, reached < 0 ? MICRO : reached);
    }
  }
  return isOpen && rank < MICRO ? 'unknown' : (SIZE_CLASSES[rank] ?? 'unknown');
}

/** Its whole part, which is what decides against a whole limit. */
function figureIn(state: FactState | undefined, year: number): number | undefined {
  if (!state || !('known' in state)) return undefined;
  const value = (state.known as Readonly<Record<string, unknown>> | null)?.[String(year)];
  return typeof value === 'string' && /^\d+(\.\d+)?$/.test(value) ? Number.parseInt(value, 10) : undefined;
}
