import { parseDay } from '../date/day.ts';
import type { IsoDate, ParamDef } from './document.ts';
import type { Scope } from './scope.ts';

interface Period {
  readonly from: IsoDate;
  readonly to?: IsoDate;
}

/** Days stand in order; every parameter has one value a day and one on the first day of the policy. */
export function resolveDates(s: Scope): void {
  checkPeriod(s, s.doc.inForce, 'inForce');
  s.doc.params.forEach((param, i) => {
    const at = `params.${i}.values`;
    if (param.values.length === 0) s.report('param-without-values', at, { param: param.id }, 'add-param-value');
    param.values.forEach((value, j) => {
      checkPeriod(s, value, `${at}.${j}`);
    });
    checkOverlaps(s, param, at);
    checkStart(s, param, at);
  });
}

const isSound = (p: Period): boolean =>
  parseDay(p.from) !== undefined && (p.to === undefined || parseDay(p.to) !== undefined);

function checkPeriod(s: Scope, period: Period, at: string): void {
  if (isSound(period) && period.to !== undefined && period.to < period.from)
    s.report('dates-reversed', `${at}.to`, { from: period.from, to: period.to }, 'swap-ends');
}

// ISO days of four-digit years sort as text.
const covers = (p: Period, day: IsoDate): boolean => p.from <= day && (p.to === undefined || day <= p.to);

function checkOverlaps(s: Scope, param: ParamDef, at: string): void {
  param.values.forEach((value, i) => {
    const other = param.values.slice(0, i).findIndex((before) => {
      if (!isSound(before) || !isSound(value)) return false;
      return covers(before, value.from) || covers(value, before.from);
    });
    if (other < 0) return;
    const args = { param: param.id, row: String(i + 1), other: String(other + 1) };
    s.report('param-overlap', `${at}.${i}.from`, args, 'end-before-next');
  });
}

function checkStart(s: Scope, param: ParamDef, at: string): void {
  const day = s.doc.inForce.from;
  if (parseDay(day) === undefined || param.values.length === 0 || !param.values.every(isSound)) return;
  if (!param.values.some((value) => covers(value, day)))
    s.report('param-not-in-force', at, { param: param.id, day }, 'add-param-value');
}
