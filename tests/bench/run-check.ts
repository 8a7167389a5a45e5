import { cpus } from 'node:os';
import { checkPolicy, type Expr, evaluateReference, type Facts, type PolicyDoc, type Pred } from '@tidu/rules';
import { SHIPPED } from './policies.ts';

/**
 * What checking a document costs: a table of 200 rows over 5 columns, clean and with defects, beside evaluating one firm
 * for every pair of rows, which is what looking for overlaps by trial would take at the least.
 */
const ROWS = 200;
const LIMIT_MS = 100;
const PAIRS = (ROWS * (ROWS - 1)) / 2;

const TEXT = { 'zh-CN': 'x' };
const DATES = { decision: '2026-06-15', fiscalYearEnd: '2025-12-31' };
const columns = ['a', 'b', 'c', 'd', 'e'];
const fact = (id: string): Expr => ({ k: 'fact', fact: id });
const lit = (value: number): Expr => ({ k: 'lit', value: String(value), unit: 'none' });

/** Row `i` takes one cell of a 5 × 5 × 2 × 2 × 2 grid, each cell ten wide. */
function whenOf(i: number): Pred {
  const sizes = [5, 5, 2, 2, 2];
  let rest = i;
  const of = columns.flatMap((id, k): readonly Pred[] => {
    const size = sizes[k] ?? 1;
    const cell = rest % size;
    rest = Math.floor(rest / size);
    return [
      { k: 'cmp', op: 'ge', a: fact(id), b: lit(cell * 10) },
      { k: 'cmp', op: 'lt', a: fact(id), b: lit(cell * 10 + 10) },
    ];
  });
  return { k: 'all', of };
}

const rowsOf = (keep: (i: number) => boolean) =>
  Array.from({ length: ROWS }, (_, i) => i)
    .filter(keep)
    .map((i) => ({ when: whenOf(i), out: String(i % 10) }));

function documentWith(keep: (i: number) => boolean, twice = false): PolicyDoc {
  const rows = rowsOf(keep);
  return {
    schema: 1,
    id: 'table',
    label: TEXT,
    version: '1',
    status: 'draft',
    inForce: { from: '2026-01-01' },
    applies: 'decision',
    facts: columns.map((id) => ({
      id,
      label: TEXT,
      type: 'num',
      unit: 'none',
      domain: { min: '0' },
      ifMissing: 'ask',
    })),
    params: [],
    tiers: [
      {
        id: 't',
        gates: [],
        vetoes: [],
        routes: [
          {
            id: 'r',
            k: 'scored',
            pass: { ge: '5' },
            score: {
              k: 'table',
              hit: 'unique',
              unit: 'points',
              otherwise: '0',
              rows: twice ? [...rows.slice(0, -3), ...rows.slice(0, 3)] : rows,
            },
          },
        ],
      },
    ],
    pick: 'highest',
    awards: [],
    stacks: [],
    pools: [],
  };
}

/** Processor milliseconds of one run; documents are new each time, so that nothing is remembered. */
function median(run: () => unknown, times = 9): number {
  const used = Array.from({ length: times }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return used.toSorted((a, b) => a - b)[times >> 1] ?? Number.NaN;
}

const clean = documentWith(() => true);
const plain: Facts = Object.fromEntries(columns.map((id) => [id, { known: '5' }]));
for (let i = 0; i < 5; i++) checkPolicy(structuredClone(clean));
const one = median(() => evaluateReference(clean, DATES, plain), 99);
const byTrial = one * PAIRS;

console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.versions.node}; processor time`);
console.log(`one plain evaluation ${one.toFixed(2)} ms, one for each of ${PAIRS} row pairs ${byTrial.toFixed(0)} ms\n`);
console.log('| document | ms | findings | × faster than one evaluation a pair |\n|---|---:|---:|---:|');
for (const [name, doc] of [
  ['200 × 5, clean', clean],
  ['200 × 5, three rows missing', documentWith((i) => ![57, 93, 151].includes(i))],
  ['200 × 5, three rows twice', documentWith(() => true, true)],
  ...SHIPPED.map((doc) => [`${doc.id} ${doc.inForce.from}`, doc] as const),
] as const) {
  const found = checkPolicy(doc).length;
  const ms = median(() => checkPolicy(structuredClone(doc)));
  const ratio = name.startsWith('200') ? (byTrial / ms).toFixed(0) : '';
  const note = name.startsWith('200') && ms > LIMIT_MS ? ` (limit ${LIMIT_MS})` : '';
  console.log(`| ${name} | ${ms.toFixed(1)}${note} | ${found} | ${ratio} |`);
}
