import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from './en.ts';
import { localeOf, message, say } from './say.ts';
import { zhCN } from './zh-CN.ts';

test('both languages have the same messages with the same arguments', () => {
  // What has a name in each language comes twice: {tier} in Chinese is {tierEn} in English.
  const holes = (text: string | undefined) =>
    [...(text ?? '').matchAll(/\{(\w+?)(?:En)?\}/g)].map((match) => match[1]).toSorted();
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(zhCN).toSorted());
  for (const key of Object.keys(zhCN)) expect([key, holes(en[key])]).toEqual([key, holes(zhCN[key])]);
  for (const [key, text] of Object.entries(en))
    expect([key, /[\u4e00-\u9fff]/.test(text.replace(/[元万亿]/g, ''))]).toEqual([key, false]);
});

test('every code and key in the source has its words', () => {
  const folder = new URL('../', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (f) => f.endsWith('.ts') && !f.endsWith('.test.ts'),
  );
  const text = sources
    .filter((f) => !f.startsWith('messages'))
    .map((f) => readFileSync(new URL(f, folder), 'utf8'))
    .join('\n');
  const codes = [...text.matchAll(/new ApiError\(\s*\d+,\s*'([\w-]+)'|(?:refuseAll|tooMany)\('([\w-]+)'/g)].map(
    (m) => `api.${m[1] ?? m[2]}`,
  );
  const keys = [...text.matchAll(/'((?:api|cli)\.[\w.-]+[\w])'/g)].map((m) => m[1] ?? '');
  expect(codes.length).toBeGreaterThan(12);
  for (const key of [...codes, ...keys]) expect([key, zhCN[key] !== undefined]).toEqual([key, true]);
});

test.each([
  [undefined, 'zh-CN'],
  ['', 'zh-CN'],
  ['fr, de;q=0.5', 'zh-CN'],
  ['en', 'en'],
  ['en-US,en;q=0.9,zh-CN;q=0.8', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['zh;q=0.1, en;q=0.2', 'en'],
  ['en;q=0', 'zh-CN'],
  ['enx', 'zh-CN'],
])('Accept-Language %s', (header, locale) => expect(localeOf(header)).toBe(locale));

test('a message of the rules is said by the rules; an argument that is missing stays visible', () => {
  expect(say(message('verdict.yes'), 'zh-CN')).toBe('已满足');
  expect(say(message('api.unknown-policy'), 'en')).toContain('{policy}');
});
