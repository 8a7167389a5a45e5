/**
 * How long others wait while a long sheet is read: `node --import tsx tests/bench/run-sheet.ts [file.xlsx]`. Without a file
 * 50,000 rows of 42 columns are made up as text. First in the thread requests are served by, then in a thread of its own.
 */
import { readFileSync } from 'node:fs';
import { readSheetPages } from '../../packages/api/src/sheets/read-sheet-pages.ts';
import { readSheetRows } from '../../packages/api/src/sheets/sheet-rows.ts';

const MADE_UP = { rows: 50_000, columns: 42 };
const file = process.argv[2];
const bytes = file === undefined ? madeUp() : new Uint8Array(readFileSync(file));

function madeUp(): Uint8Array {
  const header = Array.from({ length: MADE_UP.columns }, (_, c) => `指标${c}`).join();
  const row = (r: number) => Array.from({ length: MADE_UP.columns }, (_, c) => r * 7919.25 + c).join();
  return new TextEncoder().encode([header, ...Array.from({ length: MADE_UP.rows }, (_, r) => row(r))].join('\n'));
}

async function measure(name: string, read: () => Promise<number>): Promise<void> {
  const startedAt = performance.now();
  let [last, longest] = [startedAt, 0];
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  const timer = setInterval(look, 2);
  const rows = await read();
  look();
  clearInterval(timer);
  const ms = Math.round(performance.now() - startedAt);
  console.log(`${name}: ${rows} rows, ${ms} ms, others waited at most ${Math.round(longest)} ms`);
}

console.log(`${(bytes.length / 2 ** 20).toFixed(1)} MB`);
await measure('in this thread', async () => {
  const sheet = await readSheetRows(bytes);
  return typeof sheet === 'string' ? 0 : sheet.rows.length;
});
await measure('in its own', async () => {
  const sheet = await readSheetPages(bytes);
  if (typeof sheet === 'string') return 0;
  let rows = 0;
  for await (const page of sheet.pages()) rows += page.length;
  return rows;
});
