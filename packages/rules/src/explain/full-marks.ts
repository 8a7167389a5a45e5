import { add, greatest, least, num, type Rational } from '../number/rational.ts';
import type { Expr, Num } from '../policy/document.ts';

/** The most a score can give; undefined where nothing bounds it. */
export function fullMarks(e: Expr): Rational | undefined {
  switch (e.k) {
    case 'indicator':
      return num(e.full);
    case 'bands':
    case 'linear':
      return e.rows.map((row) => num(row.out)).reduce(greatest);
    case 'table': {
      const outs = e.rows.map((row) => num(row.out));
      return greatest(
        num(e.otherwise),
        e.hit === 'sumOut' ? outs.reduce(add) : outs.reduce(greatest, num(e.otherwise)),
      );
    }
    case 'bonus':
      return upTo(num(e.out), e.cap);
    case 'sum':
      return joinMarks(e.of.map(fullMarks), add, e.cap);
    case 'bestOf':
      return joinMarks(e.of.map(fullMarks), greatest, e.cap);
    case 'bandsBy':
      return joinMarks(
        e.rows.map((row) => fullMarks(row.use)),
        greatest,
        undefined,
      );
    case 'lit':
      return num(e.value);
    default:
      return undefined;
  }
}

const upTo = (x: Rational, cap: Num | undefined): Rational => (cap === undefined ? x : least(x, num(cap)));

function joinMarks(
  all: readonly (Rational | undefined)[],
  join: (a: Rational, b: Rational) => Rational,
  cap: Num | undefined,
): Rational | undefined {
  const sum = all.reduce((a, b) => a && b && join(a, b));
  return sum ? upTo(sum, cap) : cap === undefined ? undefined : num(cap);
}
