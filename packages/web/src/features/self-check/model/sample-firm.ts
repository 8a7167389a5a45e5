import type { Dates, Facts, PolicyDoc } from '@tidu/rules';
import ladder from '@tidu/rules/policies/nbhtz-ladder/2020-11-23.json' with { type: 'json' };
import pools from '@tidu/rules/policies/nbhtz-three-pools/2018-03-01.json' with { type: 'json' };
import sme from '@tidu/rules/policies/tech-sme/2017-05-03.json' with { type: 'json' };
import torch from '@tidu/rules/policies/torch-gazelle/2014-01-01.json' with { type: 'json' };

/** The shipped policies and a firm for tests. */
export const LADDER = ladder as unknown as PolicyDoc;
export const POOLS = pools as unknown as PolicyDoc;
export const SME = sme as unknown as PolicyDoc;
export const DOCS: readonly PolicyDoc[] = [LADDER, POOLS, SME, torch as unknown as PolicyDoc];

export const DATES: Dates = { filing: '2026-11-23', decision: '2026-11-23' };

const known = (values: Readonly<Record<string, boolean | string | Record<string, string | null>>>): Facts =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { known: value }]));

/** A gazelle by route C: 12 million of revenue, growing by more than 15 %, with registered equity. */
export const GAZELLE: Facts = known({
  registeredOn: '2019-05-01',
  registeredInChina: true,
  independentLegalPerson: true,
  registeredInZone: true,
  taxInZone: true,
  strategicIndustry: 'new-materials',
  revenue: { 2025: '12000000', 2024: '10000000', 2023: '8000000' },
  operatingProfit: { 2025: '500000' },
  ownCoreIp: true,
  classIProperty: '1',
  amacEquity: '10000000',
  provincialChampionTitle: false,
  hasPrivateFunding: true,
  listed: false,
  valuationCny: '300000000',
  valuationUsd: '30000000',
});
