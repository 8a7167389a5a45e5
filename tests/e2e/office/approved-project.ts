import { decide, pathOf } from '../../support/office/case-acts.ts';
import type { FirmPerson } from '../../support/office/new-firm.ts';
import type { Office } from '../../support/office/open-office.ts';
import type { Person } from '../../support/office/person.ts';
import { beforePanel, PROJECT } from './prepared-cases.ts';

const POOL = '/api/v1/pools/nbhtz-three-pools/major-st-programme/2026';
type Staff = Pick<Office['staff'], 'clerk' | 'science' | 'finance' | 'tax' | 'leader' | 'expert1'>;

interface Panel {
  readonly id: string;
  readonly version: number;
  readonly sheet: {
    readonly document: { readonly criteria: readonly { readonly id: string; readonly maxPoints: number }[] };
  };
}

/** A project of a new firm that was scored, ranked, decided and approved after its notice: 2.4 million in two instalments. */
export async function approvedProject(
  office: Pick<Office, 'newFirm' | 'visitor' | 'advanceDays'> & { readonly staff: Staff },
): Promise<{ readonly id: string; readonly firm: FirmPerson }> {
  const firm = await office.newFirm({ facts: PROJECT });
  const id = await beforePanel(office, firm);
  await score(office.staff, id);
  const { leader } = office.staff;
  const { digest } = await leader.ask<{ digest: string }>('GET', `${POOL}/ranking`);
  await leader.ask('POST', `${POOL}/allocations`, { digest, reason: '按得分排序分配。' });
  await decide(leader, firm, id, { outcome: 'approve', reason: '符合条件，得分居前。' });
  await office.advanceDays(11);
  return { id, firm };
}

/** A panel of one expert who gives full marks and closes it. */
async function score({ clerk, expert1 }: Staff, id: string): Promise<void> {
  const body = { label: '2026 年评审组', applicationIds: [id], isBlind: false, expertsNeeded: 1 };
  const { id: panelId } = await clerk.ask<{ id: string }>('POST', '/api/v1/panels', body);
  const panel = `/api/v1/panels/${panelId}`;
  await clerk.ask('POST', `${panel}/experts`, { userId: expert1.userId, isChair: true });
  await expert1.ask('POST', `${panel}/cases/${id}/declaration`, { hasConflict: false });
  const { sheet } = await expert1.ask<Panel>('GET', panel);
  const marks = Object.fromEntries(sheet.document.criteria.map((each) => [each.id, String(each.maxPoints)]));
  await expert1.ask('PUT', `${panel}/cases/${id}/score`, { marks, comment: '方案可行。', isFinal: true });
  const { version } = await expert1.ask<Panel>('GET', panel);
  await expert1.ask('POST', `${panel}/close`, { version, minutes: '评审完毕，同意提请分配。' });
}

/** The firm leaves the account it is to be paid to. */
export async function giveAccount(firm: FirmPerson): Promise<void> {
  const path = `/api/v1/firms/${firm.firmId}/bank-account`;
  const { consent } = await firm.ask<{ consent: { version: string } }>('GET', path);
  await firm.ask('PUT', path, {
    holder: firm.firmName,
    bankName: '宁波银行高新区支行',
    number: '33010402000000012345',
    consentVersion: consent.version,
  });
}

/** The condition of the first instalment is confirmed, and it stands in an order of its own. */
export async function prepareFirst(preparer: Person, firm: FirmPerson, id: string): Promise<string> {
  await giveAccount(firm);
  const [first] = (await paymentsOf(firm, id)).instalments;
  if (!first) throw new Error('The case has no payment plan.');
  const confirmation = { version: first.version, reason: '合同已签订。' };
  await preparer.ask('POST', `/api/v1/instalments/${first.id}/confirmation`, confirmation);
  const instalments = [{ id: first.id, version: first.version + 1 }];
  const { order } = await preparer.ask<{ order: { id: string } }>('POST', '/api/v1/payment-orders', { instalments });
  return order.id;
}

export const paymentsOf = (firm: FirmPerson, id: string) =>
  firm.ask<{ paid: string; instalments: { id: string; version: number; state: string }[] }>(
    'GET',
    `${pathOf(id)}/payments`,
  );
