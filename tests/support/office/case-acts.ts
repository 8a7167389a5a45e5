import { samplePdf } from '../../../packages/api/testing/sample-files.ts';
import type { FirmPerson } from './new-firm.ts';
import type { Person } from './person.ts';

/** What a firm or the office does with a case, by the API: the way up to where a journey begins. */
export interface CaseSeen {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
  readonly dueOn?: string;
  readonly corrections: readonly { readonly id: string; readonly subject: string; readonly answer?: string }[];
  readonly submissions: readonly { readonly round: number; readonly receiptNumber: string; readonly digest: string }[];
}

interface Draft {
  readonly content: Readonly<Record<string, unknown>>;
  readonly draftVersion: number;
}

export interface DraftWish {
  readonly scheme?: string;
  readonly projectName?: string;
  readonly materials?: readonly string[];
  readonly deferrals?: readonly string[];
  readonly content?: Readonly<Record<string, unknown>>;
}

const GAZELLE_PAPERS = ['audit-report', 'business-plan', 'ip-certificates', 'rd-ledger', 'staff-list'];
export const pathOf = (id: string): string => `/api/v1/applications/${id}`;
export const see = (person: Person, id: string): Promise<CaseSeen> => person.ask('GET', pathOf(id));

/** A paper of the firm's own: no two are the same file. */
export const pdfNamed = (name: string): Buffer => Buffer.concat([samplePdf, Buffer.from(`% ${name}\n`)]);

export async function upload(firm: FirmPerson, name: string): Promise<string> {
  const path = `/api/v1/firms/${firm.firmId}/files?name=${encodeURIComponent(`${name}.pdf`)}`;
  return (await firm.ask<{ id: string }>('POST', path, pdfNamed(`${firm.firmId} ${name}`))).id;
}

/** A draft with everything in it that is asked for. */
export async function writeDraft(firm: FirmPerson, wish: DraftWish = {}): Promise<string> {
  const { scheme = 'gazelle-recognition', projectName = '瞪羚企业认定', deferrals = [] } = wish;
  const begun = { firmId: firm.firmId, schemeId: scheme };
  const { id } = await firm.ask<{ id: string }>('POST', '/api/v1/applications', begun);
  const { content, draftVersion } = await firm.ask<Draft>('GET', `${pathOf(id)}/draft`);
  const materials: Record<string, string[]> = {};
  for (const each of wish.materials ?? GAZELLE_PAPERS)
    if (!deferrals.includes(each)) materials[each] = [await upload(firm, each)];
  await firm.ask('PUT', `${pathOf(id)}/draft`, {
    draftVersion,
    content: { ...content, projectName, materials, deferrals, ...wish.content },
  });
  return id;
}

export async function submit(firm: FirmPerson, id: string): Promise<string> {
  const { draftVersion } = await firm.ask<Draft>('GET', `${pathOf(id)}/draft`);
  await firm.ask('POST', `${pathOf(id)}/submit`, {
    declaration: '本企业承诺：以上内容和所附材料真实、完整、有效。',
    signedName: firm.name,
    draftVersion,
    confirmedNotEligible: true,
  });
  return id;
}

export const submitted = async (firm: FirmPerson, wish?: DraftWish): Promise<string> =>
  submit(firm, await writeDraft(firm, wish));

/** What the clerk does at intake: `accept`, `return`, `accept-deferred`, `refuse-acceptance`. */
export async function takeIn(clerk: Person, firm: Person, id: string, verb: string, body: object = {}): Promise<void> {
  const { version } = await see(firm, id);
  await clerk.ask('POST', `/api/v1/desk/cases/${id}/${verb}`, { version, ...body });
}

interface Task {
  readonly id: string;
  readonly department: string;
  readonly state: string;
}

/** Each of these departments agrees. */
export async function agree(id: string, departments: Readonly<Record<string, Person>>): Promise<void> {
  for (const [department, person] of Object.entries(departments)) {
    const { tasks } = await person.ask<{ tasks: readonly Task[] }>('GET', `/api/v1/desk/cases/${id}`);
    const task = tasks.find((each) => each.department === department && each.state === 'open');
    if (!task) throw new Error(`${department} is not asked.`);
    const body = { answer: 'agree', opinion: '经核对，未发现异常。', evidence: [] };
    await person.ask('POST', `/api/v1/desk/tasks/${task.id}/answer`, body);
  }
}

/** The leader decides: `approve`, `refuse`. */
export async function decide(leader: Person, firm: Person, id: string, body: object): Promise<void> {
  const { version } = await see(firm, id);
  await leader.ask('POST', `${pathOf(id)}/decisions`, { version, ...body });
}
