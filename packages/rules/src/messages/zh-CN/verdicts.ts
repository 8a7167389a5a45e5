/** Verdict words, the same everywhere (结论用语). */
export const verdicts: Record<string, string> = {
  'verdict.yes': '已满足',
  'verdict.no': '未满足',
  'verdict.undetermined': '尚待确认',
  'verdict.judgement': '需人工判断',
  'verdict.notApplicable': '不适用',
  'verdict.nearMiss': '差一点',
  'basis.official': '正式文件',
  'basis.derived': '推算',
  'basis.assumed': '暂定',
};
