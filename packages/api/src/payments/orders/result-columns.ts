/** Headers of the sheet in which the results of the bank come back (银行结果登记表). */
export const RESULT_COLUMNS = [
  { key: 'rowId', header: '明细编号', width: 38 },
  { key: 'order', header: '拨付单号', width: 16 },
  { key: 'case', header: '受理编号', width: 18 },
  { key: 'holder', header: '收款人户名', width: 34 },
  { key: 'amount', header: '金额（元）', width: 16 },
  { key: 'outcome', header: '结果', width: 10 },
  { key: 'paidOn', header: '到账日期', width: 14 },
  { key: 'bankReference', header: '银行流水号', width: 26 },
  { key: 'reason', header: '退票原因', width: 30 },
] as const;

export type ResultColumn = (typeof RESULT_COLUMNS)[number]['key'];
