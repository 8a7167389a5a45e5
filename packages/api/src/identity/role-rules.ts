import { ADMINISTRATORS, READ_ONLY, type StaffRole } from './roles.ts';

/** Roles that stand alone: administrators decide no case, and who audits them holds nothing else. */
const ALONE: readonly StaffRole[] = [...ADMINISTRATORS, ...READ_ONLY];

/**
 * The role among those held that cannot go together with the one wanted. INVARIANT (separate-duties): system, security and
 * audit administration lie with three people, none of whom works on cases or policies.
 */
export const conflictOf = (held: readonly StaffRole[], wanted: StaffRole): StaffRole | undefined =>
  held.find((each) => each !== wanted && (ALONE.includes(each) || ALONE.includes(wanted)));
