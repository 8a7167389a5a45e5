import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { FIRM_ROLES, STAFF_ROLES } from './roles.ts';

const instant = (name: string) => integer(name, { mode: 'timestamp_ms' });
const flag = (name: string) => integer(name, { mode: 'boolean' });

/** People (用户). Column names are those the sign-in library expects; `kind` parts firms' people from the office's. */
export const users = sqliteTable('users', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: flag('email_verified').notNull().default(false),
  image: text('image'),
  phoneNumber: text('phone_number').unique(),
  phoneNumberVerified: flag('phone_number_verified').notNull().default(false),
  twoFactorEnabled: flag('two_factor_enabled').notNull().default(false),
  kind: text('kind', { enum: ['firm', 'staff'] })
    .notNull()
    .default('firm'),
  disabledAt: text('disabled_at'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
});

/** Departments of the office (部门) that review; a reviewer reviews for one. */
export const departments = sqliteTable('departments', {
  id: text('id').primaryKey(),
  label: text('label').notNull(),
  labelEn: text('label_en').notNull(),
  position: integer('position').notNull(),
});

/** Roles of the office's people, with who gave and who took them. A row is never removed. */
export const staffRoles = sqliteTable(
  'staff_roles',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role', { enum: STAFF_ROLES }).notNull(),
    departmentId: text('department_id').references(() => departments.id),
    grantedAt: text('granted_at').notNull(),
    grantedBy: text('granted_by').notNull(),
    revokedAt: text('revoked_at'),
    revokedBy: text('revoked_by'),
  },
  (table) => [index('staff_roles_by_user').on(table.userId)],
);

/** Who works for which firm, in which role (企业成员). */
export const firmMembers = sqliteTable(
  'firm_members',
  {
    firmId: text('firm_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role', { enum: FIRM_ROLES }).notNull(),
    addedAt: text('added_at').notNull(),
    addedBy: text('added_by').notNull(),
  },
  (table) => [primaryKey({ columns: [table.firmId, table.userId] }), index('firm_members_by_user').on(table.userId)],
);
