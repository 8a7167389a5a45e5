import type { FirmRole, StaffRole } from './roles.ts';

/** The person behind a request, signed in to the end: staff have shown their second factor. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly kind: 'firm' | 'staff';
  /** Roles in the office; a department reviewer has the department reviewed for. */
  readonly staff: readonly { readonly role: StaffRole; readonly department?: string }[];
  /** Roles in firms; one person may work for several. */
  readonly firms: readonly { readonly firmId: string; readonly role: FirmRole }[];
}

export const hasStaffRole = (actor: Actor, roles: readonly StaffRole[]): boolean =>
  actor.staff.some(({ role }) => roles.includes(role));

/** The role in one firm, if the person works for it. */
export const roleInFirm = (actor: Actor, firmId: string): FirmRole | undefined =>
  actor.firms.find((each) => each.firmId === firmId)?.role;
