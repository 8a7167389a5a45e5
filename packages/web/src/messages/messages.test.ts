import { describe, expect, it } from 'vitest';
import { LOCALES } from './locale.ts';

const files = import.meta.glob<Record<string, unknown>>(['./zh-CN/*.ts', './en/*.ts'], { eager: true });

const areasOf = (locale: string): readonly string[] =>
  Object.keys(files)
    .filter((path) => path.startsWith(`./${locale}/`))
    .map((path) => path.split('/').at(-1) ?? '')
    .sort();

type Leaf = readonly [key: string, text: string];

/** Every message as text; functions are called with `n` for each argument, and with the number 1 for plurals. */
function leavesOf(value: unknown, key: string): readonly Leaf[] {
  if (typeof value === 'string') return [[key, value]];
  if (typeof value === 'function') return [[key, String(value(...Array.from({ length: value.length }, () => '2')))]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => leavesOf(part, `${key}.${name}`));
}

const leaves = (locale: string, area: string): readonly Leaf[] =>
  Object.entries(files[`./${locale}/${area}`] ?? {}).flatMap(([name, value]) => leavesOf(value, name));

describe('messages', () => {
  it('has the same files in every language', () => {
    const [first, ...rest] = LOCALES.map(areasOf);
    expect(first?.length).toBeGreaterThan(4);
    for (const each of rest) expect(each).toEqual(first);
  });

  describe.each(areasOf('zh-CN'))('%s', (area) => {
    it('has the same keys, none empty in one language alone', () => {
      const [zh, en] = [leaves('zh-CN', area), leaves('en', area)];
      expect(en.map(([key]) => key)).toEqual(zh.map(([key]) => key));
      const empty = (list: readonly Leaf[]) => list.filter(([, text]) => text.trim() === '').map(([key]) => key);
      expect(empty(en)).toEqual(empty(zh));
    });
    it('speaks plainly: no exclamation marks, no Chinese in English but quoted examples', () => {
      for (const [key, text] of leaves('zh-CN', area)) expect(`${key}: ${text}`).not.toMatch(/[!！]/);
      for (const [key, text] of leaves('en', area))
        expect(`${key}: ${text.replace(/“[^”]*”|(?<=\d)[万亿]/g, '')}`).not.toMatch(/[!！\u3400-\u9fff]/);
    });
  });
});
