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
  for (const [e, expert] of EXPERTS.entries())
    for (const [c, id] of cases.slice(0, half).entries()) {
      await declare(office, people[expert], closed, id, { hasConflict: false });
      await score(office, people[expert], closed, id, 0.66 + ((c * 7 + e * 3) % 11) / 40);
    }
  const { version } = await office.ask<PanelView>(people['expert-1'], 'GET', `/api/v1/panels/${closed}`);
  await office.ask(people['expert-1'], 'POST', `/api/v1/panels/${closed}/close`, { version, minutes: MINUTES });
  const open = await convene(office, people, '重大科技专项第二批', cases.slice(half));
  for (const [c, id] of cases.slice(half).entries()) {
    await declare(office, people['expert-2'], open, id, { hasConflict: false });
    if (c > 0) await declare(office, people['expert-3'], open, id, { hasConflict: false });
    if (c < 2) await score(office, people['expert-2'], open, id, 0.8 - c / 10);
  }
  const [first = ''] = cases.slice(half);
  await declare(office, people['expert-3'], open, first, { hasConflict: true, kind: 'employment' });
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

const declare = (office: DemoOffice, expert: string, panel: string, id: string, body: object) =>
  office.ask(expert, 'POST', `/api/v1/panels/${panel}/cases/${id}/declaration`, body);

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
