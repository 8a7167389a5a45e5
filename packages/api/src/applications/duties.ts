/** The parts of a case that must lie in different hands (职责分离): nobody has a share in two of them. */
export const DUTIES = ['submit', 'review', 'score', 'decide', 'appeal', 'pay'] as const;
export type Duty = (typeof DUTIES)[number];
