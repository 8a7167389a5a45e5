/**
 * Who may do what (角色). A firm's people and the office's people are kept apart: nobody is both. What a role may do stands
 * at each route (`secureRoute`) and, for a case, in the lifecycle (`applications/lifecycle.ts`).
 */
export const FIRM_ROLES = ['owner', 'editor', 'certifier'] as const;
export type FirmRole = (typeof FIRM_ROLES)[number];

export const STAFF_ROLES = [
  'intake-clerk',
  'department-reviewer',
  'panel-expert',
  'decision-maker',
  'finance-preparer',
  'finance-releaser',
  'policy-editor',
  'policy-approver',
  'system-administrator',
  'security-administrator',
  'auditor',
] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/** Administrators never touch a case: whoever holds one of these may hold none of the roles that decide. */
export const ADMINISTRATORS: readonly StaffRole[] = ['system-administrator', 'security-administrator'];
/** Reads everything, changes nothing. */
export const READ_ONLY: readonly StaffRole[] = ['auditor'];
/** Roles that work on cases; they may open the desk. */
export const CASE_ROLES: readonly StaffRole[] = [
  'intake-clerk',
  'department-reviewer',
  'decision-maker',
  'finance-preparer',
  'finance-releaser',
];
/** Who may look at any case: those who work on cases, and the auditor. Experts see only what their panel gives them. */
export const CASE_READERS: readonly StaffRole[] = [...CASE_ROLES, 'auditor'];
