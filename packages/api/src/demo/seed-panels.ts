import type { Scene } from './case-acts.ts';
import type { DemoOffice } from './demo-office.ts';
import type { OfficeKey, OfficePeople } from './demo-people.ts';

const EXPERTS = ['expert-1', 'expert-2', 'expert-3', 'expert-4', 'expert-5'] as const satisfies readonly OfficeKey[];
const MINUTES = '专家组听取汇报并审阅材料，认为所评项目技术路线清楚、指标可考核，同意按得分排序提请分配。';

interface PanelView {
  readonly version: number;
  readonly sheet: {
    readonly document: { readonly criteria: readonly { readonly id: string; readonly maxPoints: number }[] };
  };
}

/** One panel that has closed, and one in the middle of scoring where an expert had to step aside. */
export async function seedPanels(office: DemoOffice, people: OfficePeople, scenes: readonly Scene[]): Promise<void> {
  const cases = scenes
    .filter(({ plan }) => plan.scheme === 'major-project' && plan.end === 'reviewed')
    .map(({ id }) => id);
  const half = Math.ceil(cases.length / 2);
  const closed = await convene(office, people, '重大科技专项第一批', cases.slice(0, half));
  for (const [e, expert] of EXPERTS.entries()) {
    await declareNone(office, people[expert], closed);
    for (const [c, id] of cases.slice(0, half).entries())
      await score(office, people[expert], closed, id, 0.66 + ((c * 7 + e * 3) % 11) / 40);
  }
  const { version } = await office.ask<PanelView>(people['expert-1'], 'GET', `/api/v1/panels/${closed}`);
  await office.ask(people['expert-1'], 'POST', `/api/v1/panels/${closed}/close`, { version, minutes: MINUTES });
  const open = await convene(office, people, '重大科技专项第二批', cases.slice(half));
  const [first = ''] = cases.slice(half);
  const conflict = { hasConflict: true, kind: 'employment' };
  await office.ask(people['expert-3'], 'POST', `/api/v1/panels/${open}/cases/${first}/declaration`, conflict);
  for (const expert of ['expert-2', 'expert-3'] as const) await declareNone(office, people[expert], open);
  for (const [c, id] of cases.slice(half, half + 2).entries())
    await score(office, people['expert-2'], open, id, 0.8 - c / 10);
}

async function convene(
  office: DemoOffice,
  people: OfficePeople,
  label: string,
  ids: readonly string[],
): Promise<string> {
  const { id } = await office.ask<{ id: string }>(people.clerk, 'POST', '/api/v1/panels', {
    label,
    applicationIds: ids,
  });
  for (const [i, expert] of EXPERTS.entries())
    await office.ask(people.clerk, 'POST', `/api/v1/panels/${id}/experts`, {
      userId: people[expert],
      isChair: i === 0,
    });
  return id;
}

/** No conflict with any of the firms that are left to declare on. */
async function declareNone(office: DemoOffice, expert: string, panel: string): Promise<void> {
  const path = `/api/v1/panels/${panel}/declarations`;
  const { firms } = await office.ask<{ firms: readonly { readonly firmId: string }[] }>(expert, 'GET', path);
  if (firms.length > 0) await office.ask(expert, 'POST', path, { answers: firms.map(({ firmId }) => ({ firmId })) });
}

/** Gives about this share of full marks on every criterion, in whole points. */
async function score(office: DemoOffice, expert: string, panel: string, id: string, share: number): Promise<void> {
  const { sheet } = await office.ask<PanelView>(expert, 'GET', `/api/v1/panels/${panel}`);
  const { criteria } = sheet.document;
  const marks = Object.fromEntries(
    criteria.map((each) => [each.id, String(Math.round(each.maxPoints * Math.min(1, share)))]),
  );
  const comment = '方案可行，经费测算基本合理。';
  await office.ask(expert, 'PUT', `/api/v1/panels/${panel}/cases/${id}/score`, { marks, comment, isFinal: true });
}
