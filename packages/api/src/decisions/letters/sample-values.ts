import type { LetterKind } from '../letter-kinds.ts';
import { amountInWords } from './amount-in-words.ts';
import { dayInWords } from './letter-content.ts';
import type { Placeholder } from './placeholders.ts';

export const SAMPLE_FIRM = '宁波示例新材料有限公司';

const APPROVING: readonly LetterKind[] = ['approval', 'appeal-approval'];

/** What a made-up case puts into a letter, so that a template can be seen before there is one; every hole has something. */
export const sampleValues = (
  today: string,
  kind: LetterKind,
): Readonly<Record<Placeholder, string | readonly string[]>> => ({
  firm: SAMPLE_FIRM,
  creditCode: '91330201MA2H00001X',
  scheme: '区级重大科技专项',
  project: '高纯溅射靶材产业化',
  number: `TD-${today.slice(0, 4)}-000123`,
  submittedOn: dayInWords(`${today.slice(0, 4)}-01-15`),
  amount: '2,400,000.00',
  amountInWords: amountInWords(240_000_000),
  tier: '瞪羚企业',
  reason: APPROVING.includes(kind) ? '研发投入真实，目标可考核。' : '研发投入占比低于规定，且没有自主知识产权。',
  clause: '第三条第二款',
  feedback: '补充两家以上用户的验证报告后可再次申报。',
  policy: '三个资金池实施细则（2026年1月1日起施行）',
  receiptNumber: 'TD-7F3K-92QM',
  noticeNumber: `高新科公示〔${today.slice(0, 4)}〕3号`,
  dueOn: dayInWords(`${today.slice(0, 4)}-12-31`),
  contact: '宁波高新区科技局，0574-88880000',
  today: dayInWords(today),
  unmet: ['2025 年研发费用占营业收入 2.4%，应不低于 3%（第三条第一款）', '没有自主知识产权（第三条第二款）'],
  overrides: ['“研发投入真实”：系统结论为未满足，核定为已满足，理由：附有专项审计报告'],
  items: ['上一年度审计报告没有盖章　请上传加盖公章的审计报告', '2025 年营业收入没有证明　请附上利润表'],
  legalBasis: ['《优化营商环境条例》', '《宁波国家高新区科技项目管理办法》'],
});
