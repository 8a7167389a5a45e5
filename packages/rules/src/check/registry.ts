import { checkAwards } from './check-awards.ts';
import { checkBands } from './check-bands.ts';
import { checkCaps } from './check-caps.ts';
import { checkDates } from './check-dates.ts';
import { checkEdges } from './check-edges.ts';
import { checkFairness } from './check-fairness.ts';
import { checkGates } from './check-gates.ts';
import { checkLabels } from './check-labels.ts';
import { checkMarks } from './check-marks.ts';
import { checkNames } from './check-names.ts';
import { checkPools } from './check-pools.ts';
import { checkRoutes } from './check-routes.ts';
import { checkSources } from './check-sources.ts';
import { checkStacks } from './check-stacks.ts';
import { checkTables } from './check-tables.ts';
import { checkTiers } from './check-tiers.ts';
import { checkTime } from './check-time.ts';
import type { Check } from './context.ts';

/** Every family of checks, in the order of a document: names, dates, rows, marks, tiers, time, money, law, sources. */
export const checks: readonly Check[] = [
  checkNames,
  checkLabels,
  checkDates,
  checkBands,
  checkTables,
  checkMarks,
  checkGates,
  checkRoutes,
  checkEdges,
  checkTiers,
  checkTime,
  checkAwards,
  checkCaps,
  checkStacks,
  checkPools,
  checkFairness,
  checkSources,
];
