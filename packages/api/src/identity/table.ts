import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { FIRM_ROLES, STAFF_ROLES } from './roles.ts';
import { SECRET_PURPOSES } from './secrets/purposes.ts';

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
  /** The language of mails to this person; Chinese where none was chosen. */
  language: text('language', { enum: ['zh-CN', 'en'] }),
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

/** Who is signed in where (会话). The library keeps the first nine columns; the others carry the time limits. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    token: text('token').notNull().unique(),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    startedAt: instant('started_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    /** When the second factor was shown in this session. */
    secondFactorAt: instant('second_factor_at'),
  },
  (table) => [index('sessions_by_user').on(table.userId)],
);

/** Ways to sign in of a person: a password (as the library's hash), or an account at the single sign-on. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [
    index('accounts_by_user').on(table.userId),
    uniqueIndex('accounts_by_provider').on(table.providerId, table.accountId),
  ],
);

/** The library's short-lived values: state of a single sign-on, a second factor that is awaited. */
export const verifications = sqliteTable(
  'verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('verifications_by_identifier').on(table.identifier)],
);

/** The second factor of a person: secret and recovery codes, both encrypted by the library. */
export const twoFactors = sqliteTable('two_factors', {
  id: text('id').primaryKey(),
  userId: text('user_id')
    .notNull()
    .unique()
    .references(() => users.id),
  secret: text('secret').notNull(),
  backupCodes: text('backup_codes').notNull(),
  verified: flag('verified').notNull().default(true),
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: instant('locked_until'),
});

/**
 * Codes and one-time links (一次性验证码与链接), as digests under the secret of the server: what is in the database alone
 * opens nothing. `subject` is the person, the invitation, or the code of a second factor already used.
 */
export const oneTimeSecrets = sqliteTable(
  'one_time_secrets',
  {
    id: text('id').primaryKey(),
    purpose: text('purpose', { enum: SECRET_PURPOSES }).notNull(),
    subject: text('subject').notNull(),
    digest: text('digest').notNull(),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    attemptsLeft: integer('attempts_left').notNull(),
  },
  (table) => [
    uniqueIndex('one_time_secrets_by_digest').on(table.purpose, table.subject, table.digest),
    index('one_time_secrets_by_digest_alone').on(table.digest),
  ],
);

/** Invitations (邀请): of staff into the office, or of people into a firm. */
export const invitations = sqliteTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: ['firm', 'staff'] }).notNull(),
    firmId: text('firm_id'),
    firmRole: text('firm_role', { enum: FIRM_ROLES }),
    staffRole: text('staff_role', { enum: STAFF_ROLES }),
    name: text('name').notNull(),
    /** E-mail address or mobile number the link was sent to. */
    contact: text('contact').notNull(),
    invitedBy: text('invited_by').notNull(),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    acceptedAt: text('accepted_at'),
    acceptedBy: text('accepted_by'),
    revokedAt: text('revoked_at'),
  },
  (table) => [index('invitations_by_firm').on(table.firmId), index('invitations_by_contact').on(table.contact)],
);

/** Failed attempts by account and by client (登录失败计数); a row is removed by success or by an administrator. */
export const failedAttempts = sqliteTable('failed_attempts', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  since: text('since').notNull(),
  lockedUntil: text('locked_until'),
});
