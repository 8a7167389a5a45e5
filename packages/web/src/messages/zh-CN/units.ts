/** Units and the small words around figures. */
export const units = {
  people: (n: string) => `${n} 人`,
  count: (n: string) => `${n} 项`,
  points: (n: string) => `${n} 分`,
  days: (n: string) => `${n} 天`,
  months: (n: string) => `${n} 个月`,
  years: (n: string) => `${n} 年`,
  about: (text: string) => `约 ${text}`,
  between: (lo: string, hi: string) => `${lo}至 ${hi}`,
  from: (lo: string) => `不低于 ${lo}`,
  upTo: (hi: string) => `不超过 ${hi}`,
  open: '未知',
  yuan: '元',
  wan: '万元',
  yi: '亿元',
};
