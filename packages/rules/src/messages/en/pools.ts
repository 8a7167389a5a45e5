/** Why a claim on a pool got what it got. */
export const pools: Record<string, string> = {
  'pools.full': 'Ranked {rank} of {of}: paid in full, CNY {got}',
  'pools.rest': 'Last in the ranking: gets what is left, CNY {left} of CNY {want} claimed',
  'pools.restTooSmall':
    'CNY {left} is left, under the smallest grant of CNY {least}; nothing could be paid, and the list ends here',
  'pools.spent': 'The pool is spent; nothing could be paid',
  'pools.doesNotFit':
    'CNY {left} is left, less than the CNY {want} claimed; nothing could be paid, and the list ends here',
  'pools.noPlace': 'All {quota} places are taken; nothing could be paid',
  'pools.behindCutoff': 'Ranked behind the cut-off; nothing could be paid',
  'pools.whole': 'Paid as claimed: CNY {got}',
  'pools.proRata':
    'Not enough for all, so everyone gets the same share: {percent}% of the claim, CNY {got} of CNY {want}',
  'pools.byScore': 'Shared in proportion to the score: CNY {got}, {percent}% of the CNY {want} claimed',
  'pools.shareTooSmall': 'The share would be under the smallest grant of CNY {least}; nothing is paid',
  'pools.claimTooSmall': 'CNY {want} claimed is under the smallest grant of CNY {least}; nothing is paid',
  'pools.noWeight': 'There is no score to share by; nothing could be paid',
  'pools.nothingClaimed': 'No amount was claimed',
  'pools.otherAward': 'This pool does not pay “{award}”',
  'pools.unknownSubPool': 'There is no sub-pool named “{sub}”',
};
