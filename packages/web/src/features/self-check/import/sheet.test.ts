// @vitest-environment node
import { columnsOf } from '@tidu/rules';
import { describe, expect, it } from 'vitest';
import { DATES, DOCS } from '../model/sample-firm.ts';
import { makeTemplate } from './make-template.ts';
import { MOST_BYTES, readSheetFile } from './read-sheet-file.ts';
import { cellName, understandSheet } from './understand-sheet.ts';

const columns = columnsOf(DOCS, DATES);
const names = { fill: '填写', guide: '说明', yes: '是', no: '否', unknown: '不清楚' };
const utf8 = (text: string) => new TextEncoder().encode(text);
const rowsOf = async (bytes: Uint8Array) => {
  const read = await readSheetFile(bytes);
  if ('problem' in read) throw new Error(read.problem);
  return read.rows;
};

describe('readSheetFile', () => {
  it('reads a CSV with a byte-order mark and one in GB18030', async () => {
    expect(await rowsOf(utf8('\ufeff营业收入 2025（万元）\n3000'))).toEqual([['营业收入 2025（万元）'], ['3000']]);
    // 营业收入 in GB18030.
    const gb = Uint8Array.from([0xd3, 0xaa, 0xd2, 0xb5, 0xca, 0xd5, 0xc8, 0xeb, 0x0a, 0x31]);
    expect((await rowsOf(gb))[0]).toEqual(['营业收入']);
  });

  it.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'oldExcel'],
    ['half a zip file', Uint8Array.from([0x50, 0x4b, 3, 4, 0]), 'notSheet'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0, 0, 0]), 'notSheet'],
    ['a large file', new Uint8Array(MOST_BYTES + 1).fill(65), 'tooBig'],
    ['blank lines', utf8('\n\n,,\n'), 'empty'],
    ['a very wide sheet', utf8(`${'a,'.repeat(600)}a`), 'tooWide'],
  ])('refuses %s', async (_what, bytes, problem) => {
    expect(await readSheetFile(bytes)).toEqual({ problem });
  });

  it('refuses a zip bomb by the sizes it claims, unopened', async () => {
    const bytes = await makeTemplate(columns, 'zh-CN', names);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at < bytes.length - 46; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 50 * 2 ** 20, true);
    }
    expect(await readSheetFile(bytes)).toEqual({ problem: 'unpacksTooBig' });
  });
});

describe('template', () => {
  it('is understood without a single problem when it comes back', async () => {
    const [head] = await rowsOf(await makeTemplate(columns, 'zh-CN', names));
    expect(head).toHaveLength(columns.length);
    expect(understandSheet([head ?? []], columns)).toEqual({ firms: [], headers: [] });
  });

  it('is understood in English too', async () => {
    const [head] = await rowsOf(await makeTemplate(columns, 'en', names));
    expect(understandSheet([head ?? []], columns).headers).toEqual([]);
  });
});

describe('understandSheet', () => {
  const sheet = [
    ['企业名称', '营业收入 2025（万元）', '职工总数 2025', '备注'],
    ['甲公司', '3000', '一百', '好'],
    [null, '0.5亿', '120', null],
  ];

  it('reads firms across, names every cell that cannot be read', () => {
    const { firms, headers } = understandSheet(sheet, columns);
    expect(firms).toHaveLength(2);
    expect(firms[0]?.firm).toMatchObject({ name: '甲公司', facts: { revenue: { known: { 2025: '30000000' } } } });
    expect(firms[0]?.cells.find((cell) => cell.problem)).toMatchObject({ at: 'C2', cell: '一百' });
    expect(firms[1]?.firm.facts).toMatchObject({
      revenue: { known: { 2025: '50000000' } },
      employees: { known: { 2025: '120' } },
    });
    expect(headers).toMatchObject([{ at: 'D1', problem: { code: 'sheet-column-unknown', level: 'warn' } }]);
  });

  it('reads the same sheet turned on its side', () => {
    const turned = sheet[0]?.map((_, c) => sheet.map((row) => row[c] ?? null)) ?? [];
    const { firms } = understandSheet(turned, columns);
    expect(firms.map((each) => each.firm.facts)).toEqual(
      understandSheet(sheet, columns).firms.map((each) => each.firm.facts),
    );
    expect(firms[0]?.cells.find((cell) => cell.problem)?.at).toBe('B3');
  });

  it('takes no figure from a sheet whose unit cannot be told', () => {
    const { firms, headers } = understandSheet([['营业收入 2025'], ['3000']], columns);
    expect(firms).toEqual([]);
    expect(headers[0]?.problem.code).toBe('sheet-unit-missing');
  });

  it('names cells as spreadsheets do', () => {
    expect([cellName(0, 0), cellName(1, 25), cellName(1, 26), cellName(9, 701), cellName(0, 702)]).toEqual([
      'A1',
      'Z2',
      'AA2',
      'ZZ10',
      'AAA1',
    ]);
  });
});
