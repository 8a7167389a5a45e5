import type { Page } from 'playwright-core';
import { Structure } from './structure.ts';

/** What the editor has on paper. Nothing of it is in Tidu. */
export const ZONE_TEXT = `软件园科技企业梯度培育办法（试行）
第一条　本办法适用于注册在软件园的企业，自 2026 年 4 月 2 日起施行。
第二条　科创新苗：成立不超过 3 年，上年度研发费用占营业收入的比例不低于 5%。
第三条　科创先锋：上年度营业收入不低于 2000 万元，按下表评分满 60 分的。
　　　　研发强度（50 分）：研发费用占营业收入 10% 以上 50 分，5% 以上 30 分。
　　　　创新成果（50 分）：有效发明专利 5 件以上 50 分，1 件以上 30 分。
第四条　科创领军：上年度营业收入不低于 1 亿元。
第五条　科创先锋一次性奖励 30 万元，每年安排 600 万元，先到先得。`;

const FACTS = [
  ['registeredInPark', '注册在软件园', '是或否', '', '基本情况', '您公司是否注册在软件园？'],
  ['revenue', '营业收入', '逐年数字', '元', '财务', '各年度的营业收入是多少？'],
  ['rdExpense', '研发费用', '逐年数字', '元', '财务', '各年度的研发费用是多少？'],
  ['inventionPatents', '有效发明专利', '整数', '项', '知识产权', '现有多少件有效发明专利？'],
] as const;

/** Types the text in, clause by clause, by the tree and its tables. */
export async function typeInLadder(page: Page): Promise<void> {
  const s = new Structure(page);
  await s.open();
  for (const [i, fact] of FACTS.entries()) await defineFact(s, `facts.${i + 1}`, fact);
  await seedling(s);
  await pioneer(s);
  await leader(s);
  await money(s);
}

async function defineFact(s: Structure, path: string, fact: (typeof FACTS)[number]): Promise<void> {
  const [id, label, type, unit, group, question] = fact;
  await s.section('指标');
  await s.add('增加指标', path);
  await s.type(`${path}.id`, id);
  await s.name(path, label);
  await s.choose(`${path}.type`, type);
  if (unit) await s.choose(`${path}.unit`, unit);
  await s.page.getByRole('button', { name: '增加怎么问企业' }).click();
  await s.choose(`${path}.ask.group`, group);
  await s.type(`${path}.ask.question.zh`, question);
}

/** A tier with the gate that all of them share; the first yes-or-no fact stands in a new gate. */
async function tier(s: Structure, at: string, id: string, label: string): Promise<void> {
  await s.section('层级');
  await s.add('增加层级', at);
  await s.type(`${at}.id`, id);
  await s.name(at, label);
  await s.add('增加门槛', `${at}.gates.0`);
  await s.name(`${at}.gates.0`, '注册在软件园');
  await s.part(label);
}

async function seedling(s: Structure): Promise<void> {
  await tier(s, 'tiers.0', 'seedling', '科创新苗');
  await s.addRoute('按条件认定');
  await s.name('tiers.0.routes.0', '新设且重研发');
  const when = 'tiers.0.routes.0.when';
  await s.become(when, '比大小');
  await s.become(`${when}.a`, '两个日期之间的时间');
  await s.choose(`${when}.a.how`, '满周年');
  await s.against(when, '≤ 不高于', '3', '年');
  await s.wrap(when, '同时满足');
  await s.addOne(when, '比大小');
  await s.share(`${when}.of.1.a`, '研发费用', '营业收入');
  await s.against(`${when}.of.1`, '≥ 不低于', '5', '百分比');
}

async function pioneer(s: Structure): Promise<void> {
  await tier(s, 'tiers.1', 'pioneer', '科创先锋');
  await s.add('增加门槛', 'tiers.1.gates.1');
  await s.name('tiers.1.gates.1', '营业收入不低于2000万元');
  await s.become('tiers.1.gates.1.when', '比大小');
  await s.fact('tiers.1.gates.1.when.a', '营业收入', '上一年度');
  await s.against('tiers.1.gates.1.when', '≥ 不低于', '2000万', '元');
  await s.part('科创先锋');
  await s.addRoute('评分认定');
  const route = 'tiers.1.routes.0';
  await s.name(route, '评分认定');
  await s.become(`${route}.score.of.0`, '评分指标');
  await s.addOne(`${route}.score`, '评分指标');
  await s.share(await s.indicator(`${route}.score.of.0`, '研发强度', '50'), '研发费用', '营业收入');
  await s.bands(`${route}.score.of.0.of`, [
    ['10', '50'],
    ['5', '30'],
  ]);
  await s.fact(await s.indicator(`${route}.score.of.1`, '创新成果', '50'), '有效发明专利');
  await s.bands(`${route}.score.of.1.of`, [
    ['5', '50'],
    ['1', '30'],
  ]);
  await s.passMark(route, '60');
}

async function leader(s: Structure): Promise<void> {
  await tier(s, 'tiers.2', 'leader', '科创领军');
  await s.addRoute('直接认定');
  await s.name('tiers.2.routes.0', '营业收入过亿');
  const when = 'tiers.2.routes.0.when';
  await s.become(when, '比大小');
  await s.fact(`${when}.a`, '营业收入', '上一年度');
  await s.against(when, '≥ 不低于', '1亿', '元');
}

async function money(s: Structure): Promise<void> {
  await s.section('奖补');
  await s.add('增加奖补', 'awards.0');
  await s.type('awards.0.id', 'pioneer-award');
  await s.name('awards.0', '科创先锋一次性奖励');
  await s.choose('awards.0.for', '认定为科创先锋的企业');
  await s.page.getByRole('button', { name: '增加金额怎么算' }).click();
  await s.pick('固定数字');
  await s.choose('awards.0.pay.unit', '元');
  await s.type('awards.0.pay.value', '30万');
  await s.section('资金池');
  await s.add('增加资金池', 'pools.0');
  await s.type('pools.0.id', 'pioneers');
  await s.name('pools.0', '科创先锋资金池');
  await s.type('pools.0.budget', '600万');
  await s.page.getByRole('group', { name: '从这里支出的奖补' }).getByLabel('科创先锋一次性奖励').check();
  await s.choose('pools.0.method', '先到先得');
  await s.choose('pools.0.order.0.by', '申报时间');
}
