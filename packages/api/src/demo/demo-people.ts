import type { PersonalAct } from '../audit/act.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Database } from '../db/open-database.ts';
import { withTransaction } from '../db/with-transaction.ts';
import { addUser } from '../identity/accounts/add-user.ts';
import { grantRole } from '../identity/people/grant-role.ts';
import type { StaffRole } from '../identity/roles.ts';

interface Persona {
  readonly key: string;
  readonly name: string;
  readonly roles: readonly (readonly [role: StaffRole, department?: string])[];
}

/** The office of the demo: every role once, and as many reviewers and experts as a case needs. */
export const OFFICE = [
  { key: 'clerk', name: '周静', roles: [['intake-clerk']] },
  { key: 'clerk-2', name: '陆远', roles: [['intake-clerk']] },
  { key: 'science', name: '沈科', roles: [['department-reviewer', 'science']] },
  { key: 'finance', name: '钱嘉', roles: [['department-reviewer', 'finance']] },
  { key: 'market', name: '施衡', roles: [['department-reviewer', 'market']] },
  { key: 'tax', name: '税晓明', roles: [['department-reviewer', 'tax']] },
  { key: 'leader', name: '俞正', roles: [['decision-maker']] },
  { key: 'leader-2', name: '方慎', roles: [['decision-maker']] },
  { key: 'expert-1', name: '叶教授', roles: [['panel-expert']] },
  { key: 'expert-2', name: '潘研究员', roles: [['panel-expert']] },
  { key: 'expert-3', name: '董高工', roles: [['panel-expert']] },
  { key: 'expert-4', name: '魏博士', roles: [['panel-expert']] },
  { key: 'expert-5', name: '贺总工', roles: [['panel-expert']] },
  { key: 'expert-6', name: '龚教授', roles: [['panel-expert']] },
  { key: 'preparer', name: '金制单', roles: [['finance-preparer']] },
  { key: 'releaser', name: '银复核', roles: [['finance-releaser']] },
  { key: 'editor', name: '程拟稿', roles: [['policy-editor']] },
  { key: 'approver', name: '严审定', roles: [['policy-approver']] },
  { key: 'system', name: '系统管理员', roles: [['system-administrator']] },
  { key: 'security', name: '安全管理员', roles: [['security-administrator']] },
  { key: 'auditor', name: '审计员', roles: [['auditor']] },
] as const satisfies readonly Persona[];

export type OfficeKey = (typeof OFFICE)[number]['key'];
export type OfficePeople = Readonly<Record<OfficeKey, string>>;

/** Puts the people of the office on file, without passwords: in the demo one steps into their place with a click. */
export async function addOffice(database: Database, now: Date): Promise<OfficePeople> {
  const people: [string, string][] = [];
  for (const { key, name, roles } of OFFICE) {
    const userId = await addPerson(database, now, { name, kind: 'staff', email: `${key}@demo.example` });
    people.push([key, userId]);
    for (const [role, department] of roles as Persona['roles'])
      await grantRole(byDemo(database, now), { userId, role, department });
  }
  return Object.fromEntries(people) as OfficePeople;
}

interface NewPerson {
  readonly name: string;
  readonly kind: 'firm' | 'staff';
  readonly email: string;
}

export const addPerson = (database: Database, now: Date, { name, kind, email }: NewPerson): Promise<string> =>
  withTransaction(database, async (tx) => {
    const contact = { kind: 'email' as const, value: email };
    const id = await addUser(tx, now, { name, kind, contact, isVerified: true });
    await appendAudit(tx, byDemo(database, now), { action: 'demo.person-added', subject: { type: 'user', id } });
    return id;
  });

const byDemo = (database: Database, now: Date): PersonalAct => ({
  database,
  now,
  requestId: 'demo',
  actor: { userId: 'demo', name: 'demo', kind: 'staff', staff: [{ role: 'security-administrator' }], firms: [] },
});
