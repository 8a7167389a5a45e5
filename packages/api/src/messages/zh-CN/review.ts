/** The officials' desk: intake, parallel review, overrides, doubts about double money. */
export const review: Record<string, string> = {
  'api.assignee-not-staff': '只能指派给办理人员',
  'api.calendar-missing': '该年的放假通知尚未录入，无法计算期限，请先维护工作日历',
  'api.already-overruled': '这一项已经改判；如需变更，请先撤销',
  'api.detail.not-promised': '企业没有承诺后补这份材料',
  'api.detail.deferral-too-long': '补交期限最长 {most} 个工作日',
  'api.fix.deferral-days': '请改为 1 至 {most} 个工作日',
  'api.detail.visible-before': '这一项第一次告知时已能发现',
  'api.fix.late-reason': '请写明当时未告知的原因；会向企业说明并留痕',
  'api.detail.no-such-criterion': '没有这一项条件',
  'api.detail.not-overrulable': '这一项由其下的条件得出，请改判具体条件',
  'api.detail.same-verdict': '与系统结论相同，不需要改判',
  'notifications.application.accept': '您的申报（{number}）已受理，各部门同时开始审核',
  'notifications.application.accept-deferred': '您的申报（{number}）已容缺受理，请在 {day} 前补交承诺的材料',
  'notifications.application.return': '您的申报（{number}）有 {count} 项需要补正，请在 {day} 前完成',
  'notifications.application.refuse-acceptance': '您的申报（{number}）未予受理：{reason}',
  'notifications.desk.task': '{number} 等待您的部门提出意见：{project}',
};
