import { describe, expect, it } from 'vitest';
import { figureLines } from './figures.ts';
import { applyOps, valueAt } from './json-path.ts';
import { followed, labelOps } from './label-follow.ts';
import { SHIPPED } from './sample-policies.ts';

describe('a name follows the figure it repeats', () => {
  it.each([
    ['两年复合增长率不低于15%', '15%', '18%', 'ratio', '两年复合增长率不低于18%'],
    ['Growth of at least 15%', '0.15', '0.18', 'ratio', 'Growth of at least 18%'],
    ['上年度营业收入不低于1亿元', '100000000', '80000000', 'CNY', '上年度营业收入不低于8000万元'],
    ['Revenue of CNY 100 million', '100000000', '80000000', 'CNY', 'Revenue of CNY 80 million'],
    ['成立满3个自然年', '3', '4', 'years', '成立满4个自然年'],
    ['A 30%（含）以上', '30%', '35%', 'ratio', 'A 35%（含）以上'],
    // Another number, the same one twice, or one of another unit: nothing is guessed.
    ['两年复合增长率不低于20%', '15%', '18%', 'ratio', undefined],
    ['15%到15%之间', '15%', '18%', 'ratio', undefined],
    ['最近15年', '15%', '18%', 'ratio', undefined],
  ] as const)('%s, %s → %s', (text, before, next, unit, wanted) => {
    expect(followed(text, before, next, unit)).toBe(wanted);
  });

  it('the clause and the route around it, in both languages, and no other figure of the ladder', () => {
    const ladder = SHIPPED[1];
    if (!ladder) throw new Error('no ladder');
    const line = figureLines(ladder).find(({ path }) => path === 'tiers.1.routes.1.when.of.1.b.value');
    const [figure] = line?.figures ?? [];
    if (!line || !figure) throw new Error('the figure has moved');
    const after = applyOps(ladder, labelOps(ladder, line, figure, '18%'));
    expect(valueAt(after, 'tiers.1.routes.1.label.zh-CN')).toBe('路径二：营收1亿元、两年复合增长率不低于18%');
    expect(valueAt(after, 'tiers.1.routes.1.when.of.1.label.zh-CN')).toBe('两年复合增长率不低于18%');
    expect(
      labelOps(ladder, line, figure, '18%')
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(
      ['label', 'when.of.1.label'].flatMap((at) => [`tiers.1.routes.1.${at}.en`, `tiers.1.routes.1.${at}.zh-CN`]),
    );
  });
});
