import { STAFF_ROLES } from '../identity/roles.ts';

/** Who may look at drafts and trials: everybody in the office. Experts see only what their panel gives them. */
export const READER = { staff: STAFF_ROLES.filter((role) => role !== 'panel-expert') } as const;
export const EDITOR = { staff: ['policy-editor'] } as const;
export const APPROVER = { staff: ['policy-approver'] } as const;
/** Whoever works on policies may say something. */
export const POLICY_STAFF = { staff: ['policy-editor', 'policy-approver'] } as const;

export const TAGS = ['政策编制 · Policy studio'];
