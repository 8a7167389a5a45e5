import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readInThread } from './read-in-thread.ts';
import { readSheetPages } from './read-sheet-pages.ts';
import type { SheetPages } from './sheet-pages.ts';
import { readSheetRows } from './sheet-rows.ts';

const HEADERS = ['企业名称', '营业收入', '成立日期'];
const firms = (many: number) =>
  Array.from({ length: many }, (_, i) => [`宁波第${i}号新材料有限公司`, i / 4, '2019-03-01']);
const csv = (many: number) => new TextEncoder().encode([HEADERS, ...firms(many)].map((row) => row.join()).join('\n'));
const xlsx = async (many: number) => {
  const rows = [HEADERS, ...firms(many)];
  return new Uint8Array(await writeXlsx({ sheets: [{ name: '企业', rows }] }));
};

async function rowsOf({ pages }: SheetPages) {
  const all = [];
  for await (const rows of pages()) all.push(...rows);
  return all;
}

/** How often others had their turn while this went on. */
async function turnsDuring<T>(work: Promise<T>): Promise<{ readonly result: T; readonly turns: number }> {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  const result = await work;
  clearInterval(timer);
  return { result, turns };
}

test.each([
  ['a few rows of text', async () => csv(3)],
  ['a few rows of a workbook', () => xlsx(3)],
  ['more than a page', async () => csv(1201)],
  ['a list as text that is read in a thread', async () => csv(5000)],
  ['a workbook that is read in a thread', () => xlsx(8000)],
])('%s come as they stand in the sheet, page by page', async (_, make) => {
  const bytes = await make();
  const whole = await readSheetRows(bytes);
  const sheet = await readSheetPages(bytes);
  if (typeof whole === 'string' || typeof sheet === 'string') throw new Error('not read');
  expect(sheet.headers).toEqual(whole.headers);
  expect(sheet.size).toBe(whole.rows.length);
  expect(await rowsOf(sheet)).toEqual(whole.rows);
});

test('others have their turn while a long sheet is read', async () => {
  const { result, turns } = await turnsDuring(readSheetPages(csv(5000)));
  expect(result).toMatchObject({ size: 5000 });
  expect(turns).toBeGreaterThan(0);
});

/** The end of a zip file that says how much there is in it. */
function claims(unpacked: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(46 + 22));
  view.setUint32(0, 0x02014b50, true);
  view.setUint32(24, unpacked, true);
  view.setUint32(46, 0x06054b50, true);
  view.setUint16(46 + 10, 1, true);
  return new Uint8Array(view.buffer);
}

test.each([
  ['an empty file', new Uint8Array(), 'empty'],
  ['half a workbook', new Uint8Array([0x50, 0x4b, 3, 4]), 'broken'],
  ['a zip file that is no workbook', claims(10), 'broken'],
  ['a workbook that claims to unpack to 200 MB', claims(200 * 2 ** 20), 'too-large'],
])('%s is refused', async (_, bytes, fault) => {
  expect(await readSheetPages(bytes)).toBe(fault);
});

test('what is not read in time is given up, and the next sheet is read', async () => {
  const [late, next] = [readInThread(csv(10), 1), readInThread(csv(10))];
  expect(await late).toBe('too-large');
  expect(await next).toMatchObject({ size: 10 });
});
