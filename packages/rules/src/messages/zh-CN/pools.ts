/** Why a claim on a pool got what it got (资金池分配理由). */
export const pools: Record<string, string> = {
  'pools.full': '按排序第 {rank} 位（共 {of} 家），足额安排 {got} 元',
  'pools.rest': '排序末位，安排资金池余额 {left} 元（申请 {want} 元）',
  'pools.restTooSmall': '资金池余额 {left} 元，低于最低安排额 {least} 元，未能安排；排序到此截止',
  'pools.spent': '资金池已用完，未能安排',
  'pools.doesNotFit': '资金池余额 {left} 元，不足申请的 {want} 元，未能安排；排序到此截止',
  'pools.noPlace': '名额（{quota} 家）已满，未能安排',
  'pools.behindCutoff': '排序在截止线之后，未能安排',
  'pools.whole': '按申请全额安排 {got} 元',
  'pools.proRata': '资金不足，各家按同一比例安排：申请的 {percent}%，计 {got} 元（申请 {want} 元）',
  'pools.byScore': '按得分比例安排 {got} 元，为申请的 {percent}%（申请 {want} 元）',
  'pools.shareTooSmall': '按比例可得金额低于最低安排额 {least} 元，未能安排',
  'pools.claimTooSmall': '申请 {want} 元，低于最低安排额 {least} 元，不予安排',
  'pools.noWeight': '没有可用的得分，按得分比例无法安排',
  'pools.nothingClaimed': '没有申请金额，无需安排',
  'pools.otherAward': '该资金池不支付“{award}”，未予安排',
  'pools.unknownSubPool': '没有名为“{sub}”的专项资金，未予安排',
};
