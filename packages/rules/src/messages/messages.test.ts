import { describe, expect, test } from 'vitest';
import { hasMessage, messages, renderMessage, say } from './index.ts';

const zh = messages['zh-CN'];
const en = messages.en;
const holes = (text: string | undefined): readonly string[] => [...new Set(text?.match(/\{\w+\}/g) ?? [])].sort();

describe('the words of the package', () => {
  test('exist in both languages under the same keys', () => {
    const known = (of: Readonly<Record<string, string>>): readonly string[] =>
      // Singular forms exist in English only, scales of money are each language's own.
      Object.keys(of).filter((key) => !key.endsWith('.one') && !/^unit\.(CNY|USD)\./.test(key));
    expect([...known(zh)].sort()).toEqual([...known(en)].sort());
  });

  test('ask for nothing in one language that the other does not know', () => {
    const ours = Object.keys(zh).filter((key) => /^(sentence|rule|range)\./.test(key));
    expect(ours.length).toBeGreaterThan(150);
    // English may leave out what Chinese needs and the other way round, but never invent an argument of its own.
    const invented = ours.filter((key) => holes(en[key]).some((hole) => !holes(zh[key]).includes(hole)));
    expect(invented).toEqual([]);
  });

  test('every scale of money has its words', () => {
    for (const [locale, all] of [
      ['zh-CN', zh],
      ['en', en],
    ] as const) {
      for (const step of (all['money.scales'] ?? '').split(' ')) {
        expect(hasMessage(`unit.CNY.${step}`, locale)).toBe(true);
        expect(hasMessage(`unit.USD.${step}`, locale)).toBe(true);
      }
    }
  });

  test('quotation marks are of one style', () => {
    for (const text of Object.values(zh)) expect(text).not.toMatch(/[「」『』]|"\{(?!text\})/);
    for (const text of Object.values(en)) expect(text).not.toMatch(/"\{(?!text\})/);
  });

  test('no text shouts, and none is empty', () => {
    for (const text of [...Object.values(zh), ...Object.values(en)]) {
      expect(text).not.toMatch(/[!！]/);
      expect(text.length).toBeGreaterThan(0);
    }
  });

  test('a message is filled; what is missing stays visible', () => {
    expect(renderMessage({ key: 'pools.whole', args: { got: '12.00' } }, 'zh-CN')).toBe('按申请全额安排 12.00 元');
    expect(renderMessage({ key: 'pools.whole', args: {} }, 'en')).toBe('Paid as claimed: CNY {got}');
    expect(renderMessage({ key: 'no.such.key', args: {} }, 'en')).toBe('no.such.key');
  });

  test('Chinese takes a space beside figures, and what a person typed is left alone', () => {
    expect(say('sentence.tier.yes', { label: '满3年' }, 'zh-CN')).toBe('“满 3 年”已满足');
    expect(say('rule.nested', { text: '最高 上限' }, 'zh-CN')).toBe('（最高上限）');
    expect(renderMessage({ key: 'sheet.not-number', args: { column: '人数', cell: '约30人' } }, 'zh-CN')).toContain(
      '约30人',
    );
  });
});
