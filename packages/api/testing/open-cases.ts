import { newId } from '../src/db/new-id.ts';
import { withTransaction } from '../src/db/with-transaction.ts';
import { files } from '../src/files/table.ts';
import { gazelleOnTheLine } from './firms.ts';
import { openOffice } from './open-office.ts';
import { NOW } from './open-test-app.ts';

/** Facts that leave nothing open for a gazelle on 1 April 2026: exactly on the line of route two. */
export const gazelle2026 = {
  ...gazelleOnTheLine,
  registeredOn: '2018-05-01',
  revenue: { '2023': '100000000', '2024': '115000000', '2025': '132250000' },
  operatingProfit: { '2025': '1' },
};

const MAIN = ['audit-report', 'business-plan', 'ip-certificates'];
export const DECLARATION = '本企业承诺所填内容和所附材料真实、完整，并愿意承担相应责任。';

/** The office with a firm that can submit an application for recognition as a gazelle. */
export async function openCases(clock: { now: Date } = { now: NOW }, opened?: Awaited<ReturnType<typeof openOffice>>) {
  const office = opened ?? (await openOffice({ clock: () => clock.now }));
  const { ask, database } = office;
  const firm = await office.newFirm('宁波测试瞪羚有限公司');
  const clerk = await office.newStaff('intake-clerk');

  const newFile = async (name = '审计报告.pdf', firmId = firm.firmId): Promise<string> => {
    const id = newId();
    const at = clock.now.toISOString();
    const row = {
      id,
      firmId,
      name,
      digest: id.replaceAll('-', ''),
      algorithm: 'sha256',
      sizeBytes: 10,
      mediaType: 'application/pdf',
    };
    await withTransaction(database, (tx) =>
      tx
        .insert(files)
        .values({ ...row, state: 'clean' as const, scannedBy: 'none', uploadedAt: at, uploadedBy: firm.userId }),
    );
    return id;
  };
  const startDraft = async (body: object = {}, user = firm.userId): Promise<string> => {
    const started = await ask(user, 'POST', '/api/v1/applications', {
      firmId: firm.firmId,
      schemeId: 'gazelle-recognition',
      ...body,
    });
    if (started.status !== 201) throw new Error(JSON.stringify(started.body));
    return started.body.id;
  };
  const readDraft = async (id: string) => (await ask(firm.userId, 'GET', `/api/v1/applications/${id}/draft`)).body;
  /** Saves a change of the draft over what is there. */
  const save = async (id: string, change: object) => {
    const draft = await readDraft(id);
    const content = { ...draft.content, ...change };
    return ask(firm.userId, 'PUT', `/api/v1/applications/${id}/draft`, { content, draftVersion: draft.draftVersion });
  };
  const materials = async (ids: readonly string[] = [...MAIN, 'rd-ledger', 'staff-list']) =>
    Object.fromEntries(await Promise.all(ids.map(async (id) => [id, [await newFile(`${id}.pdf`)]] as const)));
  /** A draft with everything in it. */
  const readyDraft = async (facts: object = gazelle2026, change: object = {}): Promise<string> => {
    const id = await startDraft({ facts });
    const saved = await save(id, { projectName: '瞪羚企业认定', materials: await materials(), ...change });
    if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
    return id;
  };
  const signed = async (id: string, more: object = {}) => ({
    declaration: DECLARATION,
    signedName: `${firm.name}的签署人`,
    draftVersion: (await readDraft(id)).draftVersion,
    ...more,
  });
  const submit = async (id: string, more: object = {}, user = firm.userId) =>
    ask(user, 'POST', `/api/v1/applications/${id}/submit`, await signed(id, more));
  const resubmit = async (id: string, more: object = {}) =>
    ask(firm.userId, 'POST', `/api/v1/applications/${id}/resubmit`, await signed(id, more));
  const submitted = async (facts?: object, change?: object): Promise<string> => {
    const id = await readyDraft(facts, change);
    const answer = await submit(id);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return id;
  };
  const see = async (id: string, user = firm.userId) => (await ask(user, 'GET', `/api/v1/applications/${id}`)).body;
  return {
    ...office,
    clock,
    firm,
    clerk,
    newFile,
    startDraft,
    readDraft,
    save,
    materials,
    readyDraft,
    submit,
    resubmit,
    submitted,
    see,
    signed,
  };
}
