import type { CasePlan } from './case-plans.ts';
import type { DemoOffice } from './demo-office.ts';
import type { OfficePeople } from './demo-people.ts';
import type { SeededFirm } from './seed-firms.ts';

export interface Scene {
  readonly office: DemoOffice;
  readonly people: OfficePeople;
  readonly firm: SeededFirm;
  readonly plan: CasePlan;
  readonly projectName: string;
  readonly awards: readonly string[];
  readonly claim: string | undefined;
  /** The case, once the firm has begun it. */
  id: string;
}

interface Draft {
  readonly content: object;
  readonly draftVersion: number;
}

interface SchemeShape {
  readonly scheme: {
    readonly materials: readonly { readonly id: string; readonly kind: 'main' | 'late' }[];
  };
}

const DECLARATION = '本企业承诺所填内容和所附材料真实、完整，并愿意承担相应责任。';

const pathOf = (scene: Scene): string => `/api/v1/applications/${scene.id}`;
const versionOf = async ({ office, firm, ...scene }: Scene): Promise<number> =>
  (await office.ask<{ version: number }>(firm.userId, 'GET', `/api/v1/applications/${scene.id}`)).version;
const schemeOf = ({ office, firm, plan }: Scene) =>
  office.ask<SchemeShape>(firm.userId, 'GET', `/api/v1/schemes/${plan.scheme}`);

/** The firm begins a draft and fills it in; what may come late is promised where the plan says so. */
export async function write(scene: Scene): Promise<void> {
  const { office, firm, plan, projectName, awards, claim } = scene;
  const body = { firmId: firm.firmId, schemeId: plan.scheme };
  scene.id = (await office.ask<{ id: string }>(firm.userId, 'POST', '/api/v1/applications', body)).id;
  const { materials } = (await schemeOf(scene)).scheme;
  const { content, draftVersion } = await office.ask<Draft>(firm.userId, 'GET', `${pathOf(scene)}/draft`);
  const isDeferred = plan.end === 'deferred' || plan.end === 'deferred-late';
  const late = materials.filter(({ kind }) => isDeferred && kind === 'late').map(({ id }) => id);
  const given = materials.filter(({ id }) => !late.includes(id));
  await office.ask(firm.userId, 'PUT', `${pathOf(scene)}/draft`, {
    draftVersion,
    content: {
      ...content,
      projectName,
      awards,
      ...(claim === undefined ? {} : { claim }),
      materials: Object.fromEntries(given.map(({ id }) => [id, [firm.fileId]])),
      deferrals: late,
    },
  });
}

export async function sign(scene: Scene, verb: 'submit' | 'resubmit'): Promise<void> {
  const { office, firm } = scene;
  const { draftVersion } = await office.ask<Draft>(firm.userId, 'GET', `${pathOf(scene)}/draft`);
  await office.ask(firm.userId, 'POST', `${pathOf(scene)}/${verb}`, {
    declaration: DECLARATION,
    signedName: firm.contact.name,
    draftVersion,
    confirmedNotEligible: true,
  });
}

/** Answers every line of the list and submits again. */
export async function correct(scene: Scene): Promise<void> {
  const { office, firm } = scene;
  const { content, draftVersion } = await office.ask<Draft>(firm.userId, 'GET', `${pathOf(scene)}/draft`);
  const { corrections } = await office.ask<{ corrections: { id: string }[] }>(firm.userId, 'GET', pathOf(scene));
  const answers = Object.fromEntries(corrections.map(({ id }) => [id, '已按要求补正，见所附材料。']));
  await office.ask(firm.userId, 'PUT', `${pathOf(scene)}/draft`, { draftVersion, content: { ...content, answers } });
  await sign(scene, 'resubmit');
}

export async function appeal(scene: Scene): Promise<void> {
  const reason = '审计报告中的研发费用口径已更正，请按更正后的数据复核。';
  await scene.office.ask(scene.firm.userId, 'POST', `${pathOf(scene)}/appeal`, {
    version: await versionOf(scene),
    reason,
  });
}

export async function withdraw(scene: Scene): Promise<void> {
  const reason = '企业计划补充数据后再申报。';
  await scene.office.ask(scene.firm.userId, 'POST', `${pathOf(scene)}/withdraw`, {
    version: await versionOf(scene),
    reason,
  });
}

/** The intake clerk: `accept`, `accept-deferred`, `return`, `refuse-acceptance`. */
export async function takeIn(scene: Scene, verb: string, body: object = {}): Promise<void> {
  const request = { version: await versionOf(scene), ...body };
  await scene.office.ask(scene.people.clerk, 'POST', `/api/v1/desk/cases/${scene.id}/${verb}`, request);
}

export async function acceptDeferred(scene: Scene): Promise<void> {
  const { materials } = (await schemeOf(scene)).scheme;
  const days = materials.filter(({ kind }) => kind === 'late').map(({ id }) => ({ materialId: id, workingDays: 10 }));
  await takeIn(scene, 'accept-deferred', { days });
}

/** The departments answer; with `most`, only so many of them. */
export async function review({ office, people, id }: Scene, most = 9): Promise<void> {
  type View = { tasks: { id: string; department: string; state: string }[] };
  const { tasks } = await office.ask<View>(people.clerk, 'GET', `/api/v1/desk/cases/${id}`);
  for (const task of tasks.filter(({ state }) => state === 'open').slice(0, most))
    await office.ask(people[task.department as 'science'], 'POST', `/api/v1/desk/tasks/${task.id}/answer`, {
      answer: 'agree',
      opinion: '经核对系统数据与所附材料，未发现异常。',
      evidence: [],
    });
}

export async function decide(scene: Scene, body: object): Promise<void> {
  const request = { version: await versionOf(scene), ...body };
  await scene.office.ask(scene.people.leader, 'POST', `${pathOf(scene)}/decisions`, request);
}

export async function upholdRefusal(scene: Scene): Promise<void> {
  await scene.office.ask(scene.people['leader-2'], 'POST', `${pathOf(scene)}/appeal/answer`, {
    version: await versionOf(scene),
    outcome: 'uphold',
    reason: '更正后的数据仍未达到认定条件。',
    clause: '认定条件',
  });
}

/** Someone who reads the public notice objects. */
export async function objectTo({ office, people, id }: Scene): Promise<void> {
  type View = { rows: { noticeId: string }[] };
  const { rows } = await office.ask<View>(people.leader, 'GET', `/api/v1/applications/${id}/publicity`);
  await office.ask('', 'POST', `/api/v1/publicity/${rows[0]?.noticeId}/rows/${id}/objections`, {
    isAnonymous: false,
    name: '李先生',
    contact: '13700000000',
    text: '该企业上一年度的研发人员数与其官网公布的不一致，请核实。',
  });
}
