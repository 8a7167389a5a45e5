import { add, formatNum, num } from '../../number/rational.ts';
import type { MoneyRange } from '../impact-report.ts';

const ENDLESS = ['inf', '-inf'];
const sum = (a: string, b: string): string => {
  const endless = [a, b].find((each) => ENDLESS.includes(each));
  return endless ?? formatNum(add(num(a), num(b)));
};

/** Two amounts together. */
export const plus = (a: MoneyRange, b: MoneyRange): MoneyRange => ({ lo: sum(a.lo, b.lo), hi: sum(a.hi, b.hi) });
