/** Words for what differs between two versions of a policy. */
export const changes: Readonly<Record<string, string>> = {
  'change.within': '{outer} › {inner}',
  'change.figure': '{place}：{before} 改为 {after}',
  'change.figure.rule': '{place}：{before} 改为 {after}（“{was}”改为“{is}”）',
  'change.added': '{place}：新增',
  'change.added.rule': '{place}：新增“{is}”',
  'change.removed': '{place}：取消',
  'change.removed.rule': '{place}：取消“{was}”',
  'change.structure': '{place}：规则改写',
  'change.structure.rule': '{place}：“{was}”改为“{is}”',
  'change.moved': '{place}：次序调整',
  'change.wording': '{place}：文字修改，规则不变',
  'change.source': '{place}：出处修改，规则不变',
  'change.policy': '政策',
};
