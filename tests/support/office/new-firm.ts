import { checkCreditCode, type FactInput } from '@tidu/rules';
import { codeIn } from './mailbox.ts';
import { createCaller, PASSWORD, type Person } from './person.ts';

export interface NewFirm {
  readonly index: number;
  readonly name: string;
  /** Who signs up: the owner. */
  readonly owner: string;
  /** Recorded in the profile. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The park it sits in, by its id. */
  readonly park: string;
}

/** The owner of a firm on file. */
export interface FirmPerson extends Person {
  readonly firmId: string;
  readonly firmName: string;
  readonly creditCode: string;
}

interface FirmDeps {
  readonly url: string;
  readonly mailTo: (contact: string) => Promise<string>;
}

/** Facts of a gazelle exactly on the line: 100 million, 15 % a year over two years. */
export const GAZELLE: Readonly<Record<string, FactInput>> = {
  registeredOn: '2018-05-01',
  independentLegalPerson: true,
  registeredInZone: true,
  taxInZone: true,
  strategicIndustry: 'new-materials',
  ownCoreIp: true,
  revenue: { 2023: '100000000', 2024: '115000000', 2025: '132250000' },
  operatingProfit: { 2025: '1' },
};

/** One yuan below the line. */
export const ALMOST_A_GAZELLE = {
  ...GAZELLE,
  revenue: { 2023: '100000000', 2024: '115000000', 2025: '132249999' },
};

/** A firm's person signs up with a code, registers the firm and records its facts. */
export async function registerFirm(
  { url, mailTo }: FirmDeps,
  { index, name = `宁波甬江新材料${index}号有限公司`, owner = '林晓', facts = GAZELLE, park }: Partial<NewFirm>,
): Promise<FirmPerson> {
  const person = await signUp({ url, mailTo }, owner, `firm${index}@qiye.example`);
  const creditCode = creditCodeFor(index ?? 0);
  const firm = await person.ask<{ id: string }>('POST', '/api/v1/firms', {
    creditCode,
    name,
    registeredOn: '2018-05-01',
    industryCode: '398',
    registeredAddress: `宁波国家高新区聚贤路${index}号`,
    legalRepresentative: owner,
    contacts: [{ name: owner, phone: '057488880000' }],
    ...(park ? { parkId: park } : {}),
  });
  await person.ask('PUT', `/api/v1/firms/${firm.id}/facts`, { facts });
  return { ...person, firmId: firm.id, firmName: name, creditCode };
}

export async function signUp({ url, mailTo }: FirmDeps, name: string, contact: string): Promise<Person> {
  const caller = createCaller(url);
  await caller.ask('POST', '/api/v1/accounts', { name, contact, password: PASSWORD });
  const code = codeIn(await mailTo(contact));
  await caller.ask('POST', '/api/v1/accounts/verification', { contact, code });
  await caller.ask('POST', '/api/v1/session', { contact, password: PASSWORD });
  const { session } = await caller.ask<{ session: { userId: string } }>('GET', '/api/v1/session');
  return { name, contact, userId: session.userId, ...caller };
}

/** A valid code of a firm that does not exist. */
export function creditCodeFor(index: number): string {
  const body = `91330201MA2H${String(index).padStart(4, '0')}`;
  for (const inside of '0123456789X') {
    const { expectedCheckChar, organisationCodeOk } = checkCreditCode(`${body}${inside}0`);
    if (organisationCodeOk && expectedCheckChar) return `${body}${inside}${expectedCheckChar}`;
  }
  throw new Error(`no code for firm ${index}`);
}
