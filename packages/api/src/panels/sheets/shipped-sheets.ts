import type { SheetDocument } from '../contract.ts';

const line = (
  id: string,
  weight: number,
  [zh, en]: readonly [string, string],
  [zhFull, enFull]: readonly [string, string],
  mayNotApply = false,
): SheetDocument['criteria'][number] => ({
  id,
  label: { 'zh-CN': zh, en },
  weight,
  maxPoints: 10,
  fullMarks: { 'zh-CN': zhFull, en: enFull },
  mayNotApply,
});

const NOVELTY = line(
  'novelty',
  25,
  ['技术先进性与创新性', 'Technical novelty'],
  [
    '核心指标达到或超过公开可查的国内领先水平，有自主知识产权支撑',
    'Core figures match or beat the best in the country that is published, backed by own IP',
  ],
);
const PLAN = line(
  'plan',
  20,
  ['方案可行性', 'Feasibility of the plan'],
  ['路线清楚，分阶段目标可考核，风险有应对', 'A clear approach, stages that can be checked, risks with answers'],
);
const TEAM = line(
  'team',
  15,
  ['团队与研发基础', 'Team and groundwork'],
  [
    '负责人主持过同类项目并按期完成，关键岗位人员在职',
    'The head has led such a project to its end in time; key people are employed',
  ],
);
const BUDGET = line(
  'budget',
  15,
  ['经费合理性', 'Soundness of the budget'],
  ['每项支出有依据，与任务对应，没有重复列支', 'Every item has its grounds, fits a task, and nothing is counted twice'],
);
const MARKET = line(
  'market',
  15,
  ['产业化前景', 'Prospects in the market'],
  ['已有订单或用户验证，预期收入有测算依据', 'Orders or users exist already; expected revenue is worked out'],
);
const IMPACT = line(
  'impact',
  10,
  ['对本区产业的带动', 'Gain for the zone'],
  ['能说明对区内上下游企业的具体带动', 'Says which firms of the zone gain, and how'],
  true,
);

const PROJECT: SheetDocument = {
  label: { 'zh-CN': '研发项目评分表', en: 'Sheet for R&D projects' },
  basis: 'assumed',
  criteria: [NOVELTY, PLAN, TEAM, BUDGET, MARKET, IMPACT],
};

const INSTITUTION: SheetDocument = {
  label: { 'zh-CN': '研发机构评分表', en: 'Sheet for R&D institutions' },
  basis: 'assumed',
  criteria: [
    line(
      'direction',
      25,
      ['研发方向', 'Field of research'],
      ['方向明确，与本区主导产业一致', 'Clear, and in line with the industries of the zone'],
    ),
    line('people', 25, ['人才队伍', 'People'], ['带头人和骨干全职到位', 'The head and the core are there full time']),
    line(
      'facilities',
      20,
      ['场地与设备', 'Premises and equipment'],
      ['场地、设备已到位并在使用', 'In place and in use'],
    ),
    line(
      'results',
      20,
      ['成果与转化', 'Results and transfer'],
      ['已有成果在区内企业应用', 'Results are used by firms of the zone'],
      true,
    ),
    line(
      'running',
      10,
      ['管理与经费', 'Management and money'],
      ['制度健全，经费来源稳定', 'Rules are in place and money is steady'],
    ),
  ],
};

/** The sheets that come with the program (暂定) as version 0; a scheme without its own takes `general`. */
export const SHIPPED_SHEETS: Readonly<Record<string, SheetDocument>> = {
  general: PROJECT,
  'major-project': PROJECT,
  'rd-institution': INSTITUTION,
};
