import type { Id, PolicyDoc, Tier, TierResult, Truth } from '@tidu/rules';
import type { RungState } from '../../../shared/ui/ladder-picture.tsx';
import type { PolicyResult } from './evaluate-firm.ts';

/** One rung and where the firm stands to it. */
export interface Standing {
  readonly tier: Tier;
  readonly result: TierResult;
  readonly state: RungState;
  /** Conditions surely unmet: gates, vetoes, and one for the ways in where none is left. */
  readonly unmet: number;
  /** Answers it still waits for. */
  readonly open: number;
}

/** Where a firm stands on a ladder, lowest rung first. Only the best rung is "here"; the first one out of reach is "next". */
export function standingsOf(
  { doc, decision }: Pick<PolicyResult, 'doc' | 'decision'>,
  unmetOf: (tier: Id) => number,
): readonly Standing[] {
  const best = doc.tiers.findIndex((tier) => tier.id === decision.best);
  const highest = doc.tiers.findLastIndex((tier, i) => i === best || decision.possible.includes(tier.id));
  const unmet = doc.tiers.map((tier, i) => (decision.tiers[i]?.outcome === 'no' ? unmetOf(tier.id) : 0));
  // With no rung in reach, the one that lacks least is the one to aim at.
  const next = highest >= 0 ? highest + 1 : unmet.indexOf(Math.min(...unmet));
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
      { tier, result, state, unmet: unmet[i] ?? 0, open: result.outcome === 'undetermined' ? result.needs.length : 0 },
    ];
  });
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

function stateOf({ i, best, highest, next, outcome, isPossible }: Place): RungState {
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
