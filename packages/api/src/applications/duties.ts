/**
 * The parts of a case that must lie in different hands (职责分离): nobody has a share in two of them. `pay` is preparing a
 * payment, `release` letting it go to the bank.
 */
export const DUTIES = ['submit', 'review', 'score', 'decide', 'appeal', 'pay', 'release'] as const;
export type Duty = (typeof DUTIES)[number];
