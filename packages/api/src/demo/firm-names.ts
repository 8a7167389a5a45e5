/** Parts of made-up names: no firm of these names is meant. */
export const FIRST = [
  '甬越',
  '青瓷',
  '东钱',
  '月湖',
  '镜川',
  '澄浪',
  '启辰',
  '云栖',
  '海纳',
  '砺山',
  '知微',
  '星澜',
  '远帆',
  '凌霄',
  '万象',
  '致远',
  '格物',
  '朗润',
  '博观',
  '明州',
  '新甬',
  '沐光',
  '宏图',
  '锐进',
  '恒越',
  '晨曦',
  '鼎新',
  '翰海',
  '润泽',
  '坤元',
] as const;
export const SECOND = ['', '创', '联', '智', '新', '科', '泰', '源', '华', '信'] as const;

export interface Trade {
  readonly words: readonly string[];
  /** 行业大类 GB/T 4754-2017. */
  readonly industry: string;
  /** 战略性新兴产业 of the policies. */
  readonly strategic: string;
}

export const TRADES: readonly Trade[] = [
  { words: ['新材料', '高分子材料', '膜材料'], industry: '26', strategic: 'new-materials' },
  { words: ['磁性材料', '复合材料'], industry: '30', strategic: 'new-materials' },
  { words: ['智能装备', '精密机械', '机器人'], industry: '35', strategic: 'equipment' },
  { words: ['光电', '光学仪器', '传感'], industry: '40', strategic: 'equipment' },
  { words: ['软件', '信息技术', '工业互联网'], industry: '65', strategic: 'new-it' },
  { words: ['集成电路', '电子科技'], industry: '39', strategic: 'new-it' },
  { words: ['生物医药', '医疗器械'], industry: '27', strategic: 'biology' },
  { words: ['新能源', '储能'], industry: '38', strategic: 'new-energy' },
  { words: ['汽车电子', '车用部件'], industry: '36', strategic: 'new-energy-vehicles' },
  { words: ['环保科技', '节能技术'], industry: '77', strategic: 'energy-saving' },
  { words: ['文化创意', '数字传媒'], industry: '87', strategic: 'digital-creative' },
  { words: ['商贸', '供应链'], industry: '51', strategic: 'none' },
];

export const SURNAMES = '王李张刘陈杨黄赵周吴徐孙马胡朱郭何高林郑'.split('');
export const GIVEN = [
  '建国',
  '晓峰',
  '雅琴',
  '志远',
  '思齐',
  '海燕',
  '立新',
  '文博',
  '佳怡',
  '明轩',
  '若水',
  '子涵',
  '国栋',
  '慧敏',
  '一鸣',
];
