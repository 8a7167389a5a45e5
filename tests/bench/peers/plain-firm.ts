import type { Facts } from '@tidu/rules';
import { readTechSme } from '../tech-sme-by-hand.ts';

/** The firm as the peers take it: a flat record of ordinary numbers, money in yuan. */
export interface PlainFirm {
  readonly [fact: string]: number | boolean | string;
}

export function plainFirm(facts: Facts): PlainFirm {
  const f = readTechSme(facts);
  return {
    ...f,
    employees: f.employees / 100,
    scienceStaff: f.scienceStaff / 100,
    revenue: f.revenue / 100,
    costs: f.costs / 100,
    research: f.research / 100,
    assets: f.assets / 100,
  };
}

/** Rows of the score table as shares, in descending order: the same table for every peer. */
export const STAFF = [
  [0.3, 20],
  [0.25, 16],
  [0.2, 12],
  [0.15, 8],
  [0.1, 4],
] as const;
export const BY_SALES = [
  [0.06, 50],
  [0.05, 40],
  [0.04, 30],
  [0.03, 20],
  [0.02, 10],
] as const;
export const BY_COSTS = [
  [0.3, 50],
  [0.25, 40],
  [0.2, 30],
  [0.15, 20],
  [0.1, 10],
] as const;
export const CLASS_TWO = [
  [4, 24],
  [3, 18],
  [2, 12],
  [1, 6],
] as const;

export const VETOES = ['accident', 'environment', 'misconduct', 'abnormalList', 'dishonestyList'] as const;
export const MOST_YUAN = 200_000_000;
export const MOST_STAFF = 500;
