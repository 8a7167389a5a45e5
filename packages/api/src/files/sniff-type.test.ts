import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '../../testing/open-test-app.ts';
import { sampleDocx, sampleOfd, samplePdf, samplePng, sampleXlsx, sampleZip } from '../../testing/sample-files.ts';
import { sniffType } from './sniff-type.ts';

const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]);
const webp = Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1');
const tiff = Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 0, 0]);
const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);
const bomb = sampleZip(['[Content_Types].xml', 'xl/workbook.xml'], 300 * 2 ** 20);
const zip64 = sampleZip(['[Content_Types].xml', 'xl/workbook.xml'], 0xffffffff);
const macro = sampleZip(['[Content_Types].xml', 'xl/workbook.xml', 'xl/vbaProject.bin']);

test.each<[string, Uint8Array, string]>([
  ['a.pdf', samplePdf, 'application/pdf'],
  ['a.PDF', samplePdf, 'application/pdf'],
  ['a.png', samplePng, 'image/png'],
  ['a.jpg', jpeg, 'image/jpeg'],
  ['a.jpeg', jpeg, 'image/jpeg'],
  ['a.webp', webp, 'image/webp'],
  ['a.tif', tiff, 'image/tiff'],
  ['表.xlsx', sampleXlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['文.docx', sampleDocx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['票.ofd', sampleOfd, 'application/ofd'],
  ['a.csv', Buffer.from('年份,收入\n2025,1\n'), 'text/csv'],
  ['gb.csv', Buffer.from([0xc6, 0xf3, 0xd2, 0xb5, 0x0a]), 'text/csv'],
  ['a.pdf', samplePng, 'mismatch png'],
  ['a.png.pdf', samplePng, 'mismatch png'],
  ['pdf', samplePdf, 'mismatch pdf'],
  ['a.xlsx', sampleDocx, 'mismatch docx'],
  ['a.docx', samplePdf, 'mismatch pdf'],
  ['a.xlsx', bomb, 'bomb'],
  ['a.xlsx', zip64, 'not-allowed'],
  ['a.xlsx', macro, 'macro'],
  ['a.zip', sampleZip(['a.txt']), 'not-allowed'],
  ['a.xlsx', sampleXlsx.subarray(0, 40), 'not-allowed'],
  ['a.exe', exe, 'not-allowed'],
  ['a.pdf', exe, 'not-allowed'],
  ['a.csv', exe, 'not-allowed'],
  ['a.csv', Buffer.from('<script>alert(1)</script>'), 'not-allowed'],
  ['a.html', Buffer.from('<!doctype html>'), 'not-allowed'],
  ['a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not-allowed'],
  ['a.txt', Buffer.from('text'), 'not-allowed'],
])('%s with %# is %s', async (name, bytes, expected) => {
  const path = join(testFolder(), 'file');
  writeFileSync(path, bytes);
  const found = await sniffType(path, name);
  const said = 'mediaType' in found ? found.mediaType : 'kind' in found ? `mismatch ${found.kind}` : found.refused;
  expect(said).toBe(expected);
});

test('the directory of a large zip file is read from its end', async () => {
  const path = join(testFolder(), 'file');
  const parts = sampleZip(['[Content_Types].xml', 'xl/workbook.xml']);
  const padding = Buffer.alloc(6 * 2 ** 20);
  const moved = Buffer.from(parts);
  const end = moved.length - 22;
  moved.writeUInt32LE(moved.readUInt32LE(end + 16) + padding.length, end + 16);
  writeFileSync(path, Buffer.concat([Buffer.from('PK'), padding.subarray(2), moved]));
  expect(await sniffType(path, 'a.xlsx')).toMatchObject({ kind: 'xlsx' });
});
