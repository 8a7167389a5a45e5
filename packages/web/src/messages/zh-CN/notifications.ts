/** The notices of a person. */
export const notifications = {
  title: '通知',
  lead: '与您有关的进展，最新的在前。',
  none: '还没有通知',
  noneText: '您的申报、任务或账号有进展时，会在这里告诉您。',
  unread: (n: string) => `${n} 条未读`,
  allRead: '全部标为已读',
  isNew: '未读',
  more: '显示更早的',
  failed: '没有读到通知，请再试一次',
  retry: '再试一次',
};
