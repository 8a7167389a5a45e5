import type { Scene } from './case-acts.ts';

interface Part {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly order: { readonly id: string } | null;
}

interface OrderView {
  readonly version: number;
  readonly rows: readonly { readonly id: string; readonly state: string }[];
}

const DAY_IN_CHINA = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
const partsOf = async ({ office, people, id }: Scene): Promise<readonly Part[]> =>
  (await office.ask<{ instalments: Part[] }>(people.preparer, 'GET', `/api/v1/applications/${id}/payments`))
    .instalments;

/** Confirms the ranking of the pool the case waits for; whoever else waits there is placed with it. */
export async function rank({ office, people, firm, plan, id }: Scene): Promise<void> {
  type Case = { state: string; poolYear: number };
  const { state, poolYear } = await office.ask<Case>(firm.userId, 'GET', `/api/v1/applications/${id}`);
  if (state !== 'in-ranking') return;
  type Scheme = { scheme: { policy: string; pool: string } };
  const { scheme } = await office.ask<Scheme>(firm.userId, 'GET', `/api/v1/schemes/${plan.scheme}`);
  const pool = `/api/v1/pools/${scheme.policy}/${scheme.pool}/${poolYear}`;
  const { digest } = await office.ask<{ digest: string }>(people.leader, 'GET', `${pool}/ranking`);
  const reason = '按规则排序，同意分配。';
  await office.ask(people.leader, 'POST', `${pool}/allocations`, { digest, reason });
}

/** The firm leaves its account, with its consent. */
export async function giveAccount({ office, firm }: Scene): Promise<void> {
  const path = `/api/v1/firms/${firm.firmId}/bank-account`;
  const { consent } = await office.ask<{ consent: { version: string } }>(firm.userId, 'GET', path);
  await office.ask(firm.userId, 'PUT', path, {
    holder: firm.name,
    bankName: '宁波银行高新区支行',
    number: `3301040200${firm.creditCode.replace(/\D/g, '').slice(-9).padStart(10, '0')}`,
    consentVersion: consent.version,
  });
}

/** Confirms the condition of the first instalment that has one. */
export async function confirmFirst(scene: Scene): Promise<void> {
  const { office, people, firm } = scene;
  const [first] = await partsOf(scene);
  if (first?.state !== 'waiting') return;
  await office.ask(people.preparer, 'POST', `/api/v1/instalments/${first.id}/confirmation`, {
    version: first.version,
    reason: '已核对项目合同原件，双方盖章齐全。',
    evidence: [firm.fileId],
  });
}

export async function prepareDue(scene: Scene): Promise<void> {
  const { office, people } = scene;
  const due = (await partsOf(scene)).filter(({ state }) => state === 'due' || state === 'bounced');
  const instalments = due.map(({ id, version }) => ({ id, version }));
  await office.ask(people.preparer, 'POST', '/api/v1/payment-orders', { instalments });
}

async function orderOf(scene: Scene): Promise<{ readonly path: string; readonly order: OrderView }> {
  const id = (await partsOf(scene)).find(({ order }) => order)?.order?.id ?? '';
  const path = `/api/v1/payment-orders/${id}`;
  return { path, order: await scene.office.ask<OrderView>(scene.people.releaser, 'GET', path) };
}

export async function releaseDue(scene: Scene): Promise<void> {
  const { path, order } = await orderOf(scene);
  await scene.office.ask(scene.people.releaser, 'POST', `${path}/release`, { version: order.version });
}

/** The bank has paid every row, or sent it back. */
export async function answerOfBank(scene: Scene, outcome: 'paid' | 'bounced'): Promise<void> {
  const { path, order } = await orderOf(scene);
  const paidOn = DAY_IN_CHINA.format(scene.office.clock.now);
  const results = order.rows.map(({ id: rowId }, i) =>
    outcome === 'paid'
      ? { rowId, outcome, paidOn, bankReference: `YH${paidOn.replaceAll('-', '')}${String(i + 1).padStart(4, '0')}` }
      : { rowId, outcome, reason: '账号与户名不符' },
  );
  await scene.office.ask(scene.people.releaser, 'POST', `${path}/results`, { version: order.version, results });
}

/** Stops the last instalment that is not in an order. */
export async function stopLast(scene: Scene): Promise<void> {
  const last = (await partsOf(scene)).findLast(({ state }) => state === 'waiting' || state === 'due');
  if (!last) return;
  await scene.office.ask(scene.people.preparer, 'POST', `/api/v1/instalments/${last.id}/stop`, {
    version: last.version,
    reason: '企业已书面说明不再实施后续内容。',
  });
}

/** Part of what was paid is claimed back, and half of that has come in. */
export async function recoverSome({ office, people, id }: Scene): Promise<void> {
  type Claimed = { recoveries: { id: string; version: number }[] };
  const dueOn = DAY_IN_CHINA.format(new Date(office.clock.now.getTime() + 60 * 86_400_000));
  const { recoveries } = await office.ask<Claimed>(people.preparer, 'POST', `/api/v1/applications/${id}/recoveries`, {
    amount: '20000',
    reason: '抽查发现部分费用凭证重复列支。',
    clause: '资金管理办法关于追回的规定',
    dueOn,
  });
  const [claim] = recoveries;
  if (!claim) return;
  await office.ask(people.preparer, 'POST', `/api/v1/recoveries/${claim.id}/receipts`, {
    version: claim.version,
    amount: '10000',
    receivedOn: DAY_IN_CHINA.format(office.clock.now),
    bankReference: 'ZH0001',
  });
}
