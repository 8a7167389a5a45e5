import { agree, decide, pathOf, submitted, takeIn, writeDraft } from '../../support/office/case-acts.ts';
import { ALMOST_A_GAZELLE, type FirmPerson, GAZELLE } from '../../support/office/new-firm.ts';
import type { Office } from '../../support/office/open-office.ts';

export const PROJECT = {
  ...GAZELLE,
  registeredInChina: true,
  hasPrivateFunding: false,
  listed: false,
  plansMajorProject: true,
  majorProjectRdCost: '12000000',
  nationalProjectRole: 'none',
};

/** What a firm hands in for a major project: 20 % of the cost is 2.4 million. */
export const PROJECT_WISH = {
  scheme: 'major-project',
  projectName: '高纯溅射靶材产业化',
  materials: ['project-plan', 'audit-report', 'cost-detail'],
  content: { awards: ['major-project'], claim: '2400000' },
};

/** The part of an office that is needed; whoever else sits there does not matter. */
type With<K extends keyof Office['staff']> = Pick<Office, 'newFirm' | 'visitor'> & {
  readonly staff: Pick<Office['staff'], K>;
};

export async function reviewed(
  office: With<'clerk' | 'science' | 'market' | 'tax'>,
  firm: FirmPerson,
): Promise<string> {
  const { clerk, science, market, tax } = office.staff;
  const id = await submitted(firm);
  await takeIn(clerk, firm, id, 'accept');
  await agree(id, { science, market, tax });
  return id;
}

/** A project whose departments have agreed: it waits for its panel. */
export async function beforePanel(
  office: With<'clerk' | 'science' | 'finance' | 'tax'>,
  firm: FirmPerson,
): Promise<string> {
  const { clerk, science, finance, tax } = office.staff;
  const id = await submitted(firm, PROJECT_WISH);
  await takeIn(clerk, firm, id, 'accept');
  await agree(id, { science, finance, tax });
  return id;
}

/** A case at every stop whose page looks different, each of a firm of its own. */
export async function prepareCases(office: With<'clerk' | 'science' | 'market' | 'finance' | 'tax' | 'leader'>) {
  const { clerk, leader } = office.staff;
  const draft = await office.newFirm();
  const returned = await office.newFirm();
  const deferred = await office.newFirm();
  const refused = await office.newFirm({ facts: ALMOST_A_GAZELLE });
  const published = await office.newFirm();
  const project = await office.newFirm({ facts: PROJECT });
  const ids = {
    draft: await writeDraft(draft, { materials: ['audit-report'] }),
    returned: await submitted(returned),
    deferred: await submitted(deferred, { deferrals: ['staff-list'] }),
    refused: await reviewed(office, refused),
    published: await reviewed(office, published),
    project: await beforePanel(office, project),
  };
  const items = [
    { subject: 'general', problem: '联系人电话无法接通', howToFix: '请更新联系电话' },
    { subject: 'material:audit-report', problem: '审计报告没有盖章', howToFix: '请上传盖章的审计报告' },
    { subject: 'fact:revenue', problem: '营业收入与审计报告不一致', howToFix: '请按审计报告填写' },
  ];
  await takeIn(clerk, returned, ids.returned, 'return', { items });
  const days = [{ materialId: 'staff-list', workingDays: 10 }];
  await takeIn(clerk, deferred, ids.deferred, 'accept-deferred', { days });
  const refusal = { outcome: 'refuse', reason: '增长率不足', clause: '认定条件', feedback: '下一年度可再次申报' };
  await decide(leader, refused, ids.refused, refusal);
  await decide(leader, published, ids.published, { outcome: 'approve', reason: '符合条件。' });
  const noticeId = await objectTo(office, ids.published);
  return { firms: { draft, returned, deferred, refused, published, project }, ids, noticeId };
}

async function objectTo(office: With<'leader'>, id: string): Promise<string> {
  const { leader } = office.staff;
  const { rows } = await leader.ask<{ rows: { noticeId: string }[] }>('GET', `${pathOf(id)}/publicity`);
  const noticeId = rows[0]?.noticeId ?? '';
  const body = { isAnonymous: true, text: '研发人员数与官网公布的不一致。' };
  await office.visitor.ask('POST', `/api/v1/publicity/${noticeId}/rows/${id}/objections`, body);
  return noticeId;
}
