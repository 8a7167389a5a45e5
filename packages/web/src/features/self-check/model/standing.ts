import type { Decision, Id, PolicyDoc, Tier, TierResult, Truth } from '@tidu/rules';

/** One rung and where the firm stands to it. */
export interface Standing {
  readonly tier: Tier;
  readonly result: TierResult;
  readonly state: 'plain' | 'reached' | 'here' | 'possible' | 'next' | 'beyond' | 'missed';
  /** Conditions surely unmet: gates, vetoes, and one for the ways in where none is left. */
  readonly unmet: number;
  /** Answers it still waits for. */
  readonly open: number;
}

/** What a rung still asks of the firm, and whether it is closed to it for good. */
export interface Lack {
  readonly unmet: number;
  readonly isClosed: boolean;
}

/**
 * Where a firm stands on a ladder, lowest rung first. Only the best rung is "here"; the first one out of reach that is
 * not closed for good is "next".
 */
export function standingsOf(
  { doc, decision }: { readonly doc: PolicyDoc; readonly decision: Decision },
  lackOf: (tier: Id) => Lack,
): readonly Standing[] {
  const best = doc.tiers.findIndex((tier) => tier.id === decision.best);
  const highest = doc.tiers.findLastIndex((tier, i) => i === best || decision.possible.includes(tier.id));
  const lacks = doc.tiers.map((tier, i) => (decision.tiers[i]?.outcome === 'no' ? lackOf(tier.id) : NOTHING));
  const next = nextRung(lacks, highest);
  return doc.tiers.flatMap((tier, i): Standing[] => {
    const result = decision.tiers[i];
    if (!result) return [];
    const state = stateOf({
      i,
      best,
      highest,
      next,
      outcome: result.outcome,
      isPossible: decision.possible.includes(tier.id),
    });
    return [
      {
        tier,
        result,
        state,
        unmet: lacks[i]?.unmet ?? 0,
        open: result.outcome === 'undetermined' ? result.needs.length : 0,
      },
    ];
  });
}

const NOTHING: Lack = { unmet: 0, isClosed: false };

/** With no rung in reach, the one that lacks least is the one to aim at. */
function nextRung(lacks: readonly Lack[], highest: number): number {
  const above = lacks.map((lack, i) => ({ i, ...lack })).filter(({ i }) => i > highest);
  const open = above.filter(({ isClosed }) => !isClosed);
  const aims = open.length > 0 ? open : above;
  const least = Math.min(...aims.map(({ unmet }) => unmet));
  return (highest >= 0 ? aims[0] : aims.find(({ unmet }) => unmet === least))?.i ?? lacks.length;
}

interface Place {
  readonly i: number;
  readonly best: number;
  /** The highest rung that is reached or may be. */
  readonly highest: number;
  /** The first one out of reach worth aiming at. */
  readonly next: number;
  readonly outcome: Truth;
  readonly isPossible: boolean;
}

function stateOf({ i, best, highest, next, outcome, isPossible }: Place): Standing['state'] {
  if (i === best) return 'here';
  if (i > highest && i >= next) return i === next ? 'next' : 'beyond';
  if (isPossible && i > best) return 'possible';
  // A rung below may well be closed to the firm, by its age for one.
  return outcome === 'yes' ? 'reached' : outcome === 'no' ? 'missed' : 'plain';
}

/** The rung above the firm that is nearest: the first it may stand on already, else the first out of reach. */
export const aboveOf = (standings: readonly Standing[]): Standing | undefined =>
  standings.find((s) => s.state === 'possible') ?? standings.find((s) => s.state === 'next');

/** Whether the policy is a ladder, rather than one title. */
export const isLadder = (doc: PolicyDoc): boolean => doc.tiers.length > 1 && doc.pick === 'highest';
