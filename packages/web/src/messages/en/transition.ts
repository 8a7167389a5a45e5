const kept = (own: string) => `${own} is not affected and goes by the rules as they were.`;
const moved = (own: string) => `${own} goes by the new rules now; everything you filled in is there.`;

export const transition = {
  own: { draft: 'Your draft', case: 'Your application' },
  comingTitle: (day: string) => `This policy has new rules from ${day}`,
  doneTitle: (day: string) => `This policy has had new rules since ${day}`,
  coming: {
    keep: kept,
    move: (own: string) => `On that day ${own.toLowerCase()} moves to the new rules; everything you filled in stays.`,
    better: (own: string) =>
      `On that day ${own.toLowerCase()} is worked out by both, and the result that is better for you counts.`,
  },
  done: {
    kept: {
      keep: kept,
      move: kept,
      better: (own: string) =>
        `${own} was worked out by both; the rules as they were are better for you and go on to apply.`,
    },
    moved: {
      keep: moved,
      move: moved,
      better: (own: string) => `${own} was worked out by both; the new rules are no worse for you and apply now.`,
    },
    failed: {
      keep: kept,
      move: (own: string) =>
        `${own} could not be moved to the new rules and goes by the old ones; the office looks into it.`,
      better: kept,
    },
  },
  because: (reason: string) => `Reason: ${reason}`,
  seeNotice: 'Read the new rules',
};
