/** What a firm agrees to when it leaves its account (单独同意). A changed text is a new version; accounts keep theirs. */
export const CONSENT = {
  version: '2026-11-25',
  text: {
    'zh-CN':
      '我代表本企业同意：管委会为拨付奖补资金，保存并使用所填的收款账户。账号加密保存，只有本企业的负责人和财务人员能看到全号，每次查看都会留下记录。账户只用于拨付和追回，不作他用。我可以随时撤回同意；撤回后账号即被清除，尚未拨付的款项在补填账户后继续办理。',
    en: 'On behalf of the firm I agree that the administration keeps and uses this account to pay awards. The number is stored encrypted; only owners of the firm and the finance staff can see it in full, and every such view is recorded. It is used for payment and recovery only. I may withdraw my consent at any time; the number is then erased, and payments still due go on once an account is given again.',
  },
} as const;
