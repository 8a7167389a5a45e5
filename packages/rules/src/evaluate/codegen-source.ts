import { rangeOf } from './closure/slot-range.ts';
import { type Bool, type Int, stepsOf } from './lower/ir.ts';
import { isConst, MAX_EXACT } from './lower/ir-int.ts';

/** Names of slots and of earlier results in the source. */
export interface Names {
  slot(at: number): string;
  temp(at: number): string;
}

const GIVE_UP = '(g = 1)';
const numberText = (v: number): string => (Number.isNaN(v) ? 'NaN' : v < 0 ? `(${v})` : String(v));

/** A whole number as an expression. */
export function intSource(x: Int, names: Names): string {
  const of = (y: Int): string => intSource(y, names);
  switch (x.k) {
    case 'const':
      return numberText(x.v);
    case 'slot':
      return names.slot(x.at);
    case 'temp':
      return names.temp(x.at);
    case 'add':
      return `(${of(x.a)} + ${of(x.b)})`;
    case 'sub':
      return `(${of(x.a)} - ${of(x.b)})`;
    case 'mul':
      return `(${of(x.a)} * ${of(x.b)})`;
    case 'min':
    case 'max':
      return `Math.${x.k}(${of(x.a)}, ${of(x.b)})`;
    case 'round':
      return x.mode === 'down'
        ? `Math.trunc(${of(x.n)} / ${of(x.d)})`
        : `round(${of(x.n)}, ${of(x.d)}, ${JSON.stringify(x.mode)})`;
    case 'pick':
      return `(${boolSource(x.if, names)} ? ${of(x.then)} : ${of(x.else)})`;
    case 'bands':
      return bandsSource(x, names);
    case 'check':
      return `((x) => { if (x > ${MAX_EXACT} || x < -${MAX_EXACT}) ${GIVE_UP}; return x; })(${of(x.of)})`;
    case 'open':
      return `(${GIVE_UP}, 0)`;
  }
}

/** A sum of steps without a branch: which band a firm falls into is what a processor predicts worst. */
function bandsSource(x: Int & { k: 'bands' }, names: Names): string {
  const isPlain = isLeaf(x.n) && isLeaf(x.d);
  const [n, d] = isPlain ? [intSource(x.n, names), intSource(x.d, names)] : ['n', 'd'];
  const steps = stepsOf(x.rows, x.none);
  const rows = x.rows.map((row, i) => {
    const right = isConst(x.d) ? numberText(row.p * x.d.v) : product(d, row.p);
    return `+(${product(n, row.q)} ${row.strict ? '>' : '>='} ${right}) * ${numberText(steps[i] ?? 0)}`;
  });
  const start = x.none === 0 ? [] : [`(${sameSource(n)} ? ${numberText(x.none)} : 0)`];
  const sum = `(${[...start, ...rows].join(' + ') || '0'})`;
  return isPlain ? sum : `((n, d) => ${sum})(${intSource(x.n, names)}, ${intSource(x.d, names)})`;
}

const isLeaf = (x: Int): boolean => x.k === 'slot' || x.k === 'temp' || x.k === 'const';
const product = (x: string, by: number): string => (by === 1 ? x : `${x} * ${numberText(by)}`);

/** A condition as an expression. */
export function boolSource(b: Bool, names: Names): string {
  const of = (x: Bool): string => boolSource(x, names);
  const range = b.k === 'word' ? rangeOf(b) : undefined;
  if (range) return rangeSource(names.slot(range.at), range.lo, range.hi);
  switch (b.k) {
    case 'const':
      return String(b.v);
    case 'cmp':
      return cmpSource(b, names);
    case 'word':
      return `(${b.codes.map((c) => `${names.slot(b.at)} === ${numberText(c)}`).join(' || ') || 'false'})`;
    case 'temp':
      return `(${names.temp(b.at)} === 1)`;
    case 'all':
      return `(${b.of.map(of).join(' && ')})`;
    case 'any':
      return `(${b.of.map(of).join(' || ')})`;
    case 'not':
      return `!${of(b.of)}`;
    case 'atLeast':
      return `(${b.of.map((x) => `(${of(x)} ? 1 : 0)`).join(' + ')} >= ${b.n})`;
    case 'pick':
      return `(${of(b.if)} ? ${of(b.then)} : ${of(b.else)})`;
    case 'some':
      return isLeaf(b.of) ? sameSource(intSource(b.of, names)) : `((x) => x === x)(${intSource(b.of, names)})`;
    case 'open':
      return `(${GIVE_UP}, false)`;
  }
}

function rangeSource(x: string, lo: number, hi: number): string {
  if (lo === hi) return `(${x} === ${numberText(lo)})`;
  if (!Number.isFinite(lo)) return `(${x} <= ${numberText(hi)})`;
  return Number.isFinite(hi)
    ? `(${x} >= ${numberText(lo)} && ${x} <= ${numberText(hi)})`
    : `(${x} >= ${numberText(lo)})`;
}

const sameSource = (x: string): string => `(${x} === ${x})`;
const OPS = { ge: '>=', gt: '>', eq: '===' } as const;

function cmpSource({ op, a, b, tol }: Extract<Bool, { k: 'cmp' }>, names: Names): string {
  const [x, y] = [intSource(a, names), intSource(b, names)];
  // Not `!==`: something that does not apply differs from nothing.
  const test = op === 'ne' ? '(x < y || x > y)' : `(x ${OPS[op]} y)`;
  if (tol === 0) return op === 'ne' ? `((x, y) => ${test})(${x}, ${y})` : `(${x} ${OPS[op]} ${y})`;
  const close = `Math.max(Math.abs(x), Math.abs(y)) > ${MAX_EXACT} && Math.abs(x - y) <= ${tol} * Math.max(Math.abs(x), Math.abs(y))`;
  return `((x, y) => { if (${close}) ${GIVE_UP}; return ${test}; })(${x}, ${y})`;
}
