import * as OTPAuth from 'otpauth';
import { tokenIn } from './mailbox.ts';
import { createCaller, PASSWORD, type Person } from './person.ts';

interface Place {
  readonly name: string;
  readonly role: string;
  readonly department?: string;
}

/** Who may sit in the office of a journey. */
const PLACES = {
  clerk: { name: '周静', role: 'intake-clerk' },
  science: { name: '沈科', role: 'department-reviewer', department: 'science' },
  market: { name: '施衡', role: 'department-reviewer', department: 'market' },
  tax: { name: '税晓明', role: 'department-reviewer', department: 'tax' },
  finance: { name: '钱嘉', role: 'department-reviewer', department: 'finance' },
  leader: { name: '俞正', role: 'decision-maker' },
  leader2: { name: '方慎', role: 'decision-maker' },
  expert1: { name: '叶教授', role: 'panel-expert' },
  expert2: { name: '潘研究员', role: 'panel-expert' },
  expert3: { name: '董高工', role: 'panel-expert' },
  preparer: { name: '金制单', role: 'finance-preparer' },
  releaser: { name: '银复核', role: 'finance-releaser' },
  auditor: { name: '安审计', role: 'auditor' },
  editor: { name: '程拟稿', role: 'policy-editor' },
  approver: { name: '周审定', role: 'policy-approver' },
  security2: { name: '安全管理员二', role: 'security-administrator' },
} as const satisfies Readonly<Record<string, Place>>;

export type StaffKey = keyof typeof PLACES;

export interface WaysIn {
  readonly url: string;
  readonly setUpLink: string;
  readonly mailTo: (contact: string) => Promise<string>;
}

/** Someone of the office, with the authenticator on their phone. */
export interface StaffPerson extends Person {
  /** The code after the one that was used to set it up: a code opens once. */
  readonly nextCode: () => string;
}

type Invite = (name: string, contact: string, role?: string) => Promise<StaffPerson>;

/** Set-up link, administrators, invitations by mail, acceptance, second factor, roles: nobody is put in by the back door. */
export async function addStaff<K extends StaffKey>(
  { url, setUpLink, mailTo }: WaysIn,
  keys: readonly K[],
): Promise<Readonly<Record<K, StaffPerson>>> {
  const root = { name: '系统管理员', contact: 'root@gaoxin.example' };
  const token = tokenIn(setUpLink);
  await createCaller(url).ask('POST', '/api/v1/setup', { token, ...root, password: PASSWORD });
  const system = await enrol(url, root);
  const invite: Invite = async (name, contact, role) => {
    await system.ask('POST', '/api/v1/staff-invitations', { name, contact, ...(role ? { role } : {}) });
    await acceptInvitation(url, name, await mailTo(contact));
    return enrol(url, { name, contact });
  };
  const security = await invite('安全管理员', 'security@gaoxin.example', 'security-administrator');
  const staff = await Promise.all(
    keys.map(async (key) => {
      const { name, ...role } = PLACES[key];
      const person = await invite(name, `${key}@gaoxin.example`);
      await security.ask('POST', `/api/v1/people/${person.userId}/roles`, role);
      return [key, person] as const;
    }),
  );
  return Object.fromEntries(staff) as Record<K, StaffPerson>;
}

async function acceptInvitation(url: string, name: string, mail: string): Promise<void> {
  await createCaller(url).ask('POST', '/api/v1/invitations/acceptance', {
    token: tokenIn(mail),
    name,
    password: PASSWORD,
  });
}

/** Signs in for the first time and sets up the second factor with an authenticator. */
async function enrol(
  url: string,
  { name, contact }: { readonly name: string; readonly contact: string },
): Promise<StaffPerson> {
  const caller = createCaller(url);
  await caller.ask('POST', '/api/v1/session', { contact, password: PASSWORD });
  const { uri } = await caller.ask<{ uri: string }>('POST', '/api/v1/session/second-factor/preparation', {
    password: PASSWORD,
  });
  const authenticator = OTPAuth.URI.parse(uri) as OTPAuth.TOTP;
  await caller.ask('POST', '/api/v1/session/second-factor', { kind: 'code', code: authenticator.generate() });
  const { session } = await caller.ask<{ session: { userId: string } }>('GET', '/api/v1/session');
  const nextCode = () => authenticator.generate({ timestamp: Date.now() + 30_000 });
  return { name, contact, userId: session.userId, nextCode, ...caller };
}
