import nzh from 'nzh';
import { yuanText } from '../../money-text.ts';

/** An amount as cheques write it (大写金额): `贰佰肆拾万元整`; 整 stands where it ends in 元 or 角, never after 分. */
export function amountInWords(fen: number): string {
  const words = nzh.cn.toMoney(yuanText(fen), { outSymbol: false });
  return words.endsWith('角') ? `${words}整` : words;
}
