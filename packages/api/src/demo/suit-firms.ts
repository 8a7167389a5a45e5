import type { Decision } from '@tidu/rules';
import type { Reader } from '../db/open-database.ts';
import { compileFirmReader } from '../evaluations/compile-firm.ts';
import { pickPolicy } from '../evaluations/pick-policy.ts';
import { factsAround } from '../evaluations/read-firm.ts';
import { listVersions } from '../policies/queries.ts';
import { CASE_PLANS, type CasePlan, type End } from './case-plans.ts';
import type { SeededFirm } from './seed-firms.ts';

/** What the rules say of each firm, by the scheme that asks. */
const TIERS: Readonly<Record<string, readonly [policy: string, tier: string]>> = {
  'startup-recognition': ['nbhtz-ladder', 'startup'],
  'gazelle-recognition': ['nbhtz-ladder', 'gazelle'],
  'tech-sme-registration': ['tech-sme', 'tech-sme'],
};
const SUPPORTED: readonly End[] = ['approved', 'in-publicity', 'under-objection', 'reviewed', 'overdue-decision'];
const TURNED_DOWN: readonly End[] = ['refused', 'in-appeal', 'refused-finally', 'not-accepted'];

export interface Suited {
  readonly plan: CasePlan;
  readonly firm: SeededFirm;
  /** What is claimed: awards that pay, and their sum in yuan; nothing under a recognition. */
  readonly awards: readonly string[];
  readonly claim: string | undefined;
}

/** Gives every case of the demo a firm that fits it: supported where the rules say yes, refused where they say no. */
export async function suitFirms(db: Reader, firms: readonly SeededFirm[], today: string): Promise<readonly Suited[]> {
  const says = await judge(db, firms, today);
  // Who has told half cannot submit; those firms are there for the self-check.
  const free = new Set(firms.filter(({ profile }) => profile !== 'sparse'));
  const take = (plan: CasePlan): Suited => {
    for (const firm of free) {
      const { saying, awards, claim } = says(firm, plan.scheme);
      if (!fits(plan, saying)) continue;
      free.delete(firm);
      return { plan, firm, awards, claim };
    }
    throw new Error(`The demo has no firm left for ${plan.scheme}, ${plan.end}.`);
  };
  // The hardest to please choose first.
  const plans = CASE_PLANS.toSorted((a, b) => ease(a) - ease(b));
  return plans.flatMap((plan) => Array.from({ length: plan.count }, () => take(plan)));
}

type Saying = 'yes' | 'no' | 'open';

const ease = ({ scheme, end }: CasePlan): number => (scheme in TIERS && SUPPORTED.includes(end) ? 0 : 1);
const fits = ({ scheme, end }: CasePlan, saying: Saying): boolean => {
  if (TURNED_DOWN.includes(end)) return saying === 'no';
  if (scheme in TIERS) return saying === 'yes' || (end === 'draft' && saying === 'open');
  return saying === 'yes';
};

async function judge(db: Reader, firms: readonly SeededFirm[], today: string) {
  const versions = await listVersions(db);
  const dates = { filing: today, decision: today, fiscalYearEnd: `${Number(today.slice(0, 4)) - 1}-12-31` };
  const decide = (policy: string) => {
    const picked = pickPolicy(versions, policy, dates);
    const asked = new Set(factsAround(picked, dates).map(({ id }) => id));
    const read = compileFirmReader(picked, dates);
    return (facts: SeededFirm['facts']) =>
      read(Object.fromEntries(Object.entries(facts).filter(([id]) => asked.has(id))));
  };
  const readers = new Map(['nbhtz-ladder', 'tech-sme', 'nbhtz-three-pools'].map((id) => [id, decide(id)]));
  const decisionOf = (policy: string, firm: SeededFirm): Decision | undefined => {
    const read = readers.get(policy)?.(firm.facts);
    return read?.ok ? read.decision : undefined;
  };
  const known = new Map(
    firms.map((firm) => [firm, new Map([...readers.keys()].map((id) => [id, decisionOf(id, firm)]))]),
  );
  return (firm: SeededFirm, scheme: string) => {
    const [policy, tier] = TIERS[scheme] ?? ['nbhtz-three-pools', ''];
    const decision = known.get(firm)?.get(policy);
    const paying = tier === '' ? payingAwards(decision, scheme) : [];
    const sum = paying.reduce((total, { amount }) => total + Number(amount.lo), 0);
    return {
      saying:
        tier === '' ? wordFor(paying.length > 0) : wordFor(decision?.tiers.find((each) => each.tier === tier)?.outcome),
      awards: paying.map(({ award }) => award),
      claim: sum > 0 ? String(Math.floor(sum)) : undefined,
    };
  };
}

const wordFor = (outcome: string | boolean | undefined): Saying => {
  if (outcome === true || outcome === 'yes') return 'yes';
  return outcome === false || outcome === 'no' ? 'no' : 'open';
};

const AWARDS: Readonly<Record<string, RegExp>> = {
  'major-project': /^(major|national)/,
  'rd-institution': /^rd-/,
  'innovation-projects': /award|growth|milestone|^rent|incubator/,
};

const payingAwards = (decision: Decision | undefined, scheme: string) =>
  (decision?.awards ?? []).filter(({ award, amount }) => AWARDS[scheme]?.test(award) && Number(amount.lo) > 0);
