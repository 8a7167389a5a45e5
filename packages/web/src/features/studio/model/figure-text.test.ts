import type { Unit } from '@tidu/rules';
import { describe, expect, it } from 'vitest';
import { readExact } from '../../../shared/format/exact.ts';
import { readFigure, readWhole, scalesFor, writeFigure } from './figure-text.ts';
import { figureLines } from './figures.ts';
import { SHIPPED } from './sample-policies.ts';

const equal = (a: string, b: string): boolean => {
  const [x, y] = [readExact(a), readExact(b)];
  return !!x && !!y && x.n * y.d === y.n * x.d;
};

describe('figures as people write them', () => {
  it.each<[string, Unit, string, string]>([
    ['30000000', 'CNY', 'wan', '3000'],
    ['100000000', 'CNY', 'yi', '1'],
    ['5000', 'CNY', 'one', '5000'],
    ['0.06', 'ratio', 'percent', '6'],
    ['20%', 'ratio', 'percent', '20'],
    ['2/37', 'ratio', 'asIs', '2/37'],
    ['500', 'people', 'one', '500'],
  ])('%s in %s is shown in %s as %s', (value, unit, scale, text) => {
    const [shown = 'one'] = scalesFor(value, unit);
    expect([shown, writeFigure(value, shown)]).toEqual([scale, text]);
  });

  it.each([
    ['3000万', 'one', '30000000'],
    ['1.2 亿元', 'wan', '120000000'],
    ['１，０００', 'wan', '10000000'],
    ['25', 'percent', '0.25'],
    ['25%', 'one', '0.25'],
    ['2/37', 'percent', '2/37'],
  ] as const)('%s typed in %s is %s', (typed, scale, value) => expect(readFigure(typed, scale)).toBe(value));

  it('keeps per cent where per cent stood', () => expect(readFigure('25', 'percent', '20%')).toBe('25%'));
  it.each(['', 'abc', '1.2.3', '5%%', '--4'])('%j is no figure', (typed) => {
    expect(readFigure(typed, 'one')).toBeUndefined();
  });
  it.each([
    ['0', 1, undefined],
    ['12', 1, 12],
    ['13', 12, undefined],
    ['1.5', 3, undefined],
  ] as const)('%s as a whole number', (typed, least, value) => expect(readWhole(typed, least, 12)).toBe(value));

  // INVARIANT (figure-exact): what is shown of a figure, typed again, is the figure.
  it('figure-exact: nothing is lost between document and screen', () => {
    const units: readonly Unit[] = ['CNY', 'USD', 'ratio', 'points', 'none'];
    let seed = 20260301n;
    const next = (below: bigint): bigint => {
      seed = (seed * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
      return (seed >> 16n) % below;
    };
    for (let i = 0; i < 3000; i++) {
      const [digits, places] = [next(10n ** (1n + next(15n))), Number(next(11n))];
      const text = digits.toString().padStart(places + 1, '0');
      const cut = text.length - places;
      const value = `${next(2n) ? '-' : ''}${text.slice(0, cut)}${places ? `.${text.slice(cut)}` : ''}`;
      const unit = units[Number(next(5n))] ?? 'none';
      const figure = unit === 'ratio' && next(2n) ? `${value}%` : value;
      for (const scale of scalesFor(figure, unit)) {
        const read = readFigure(writeFigure(figure, scale), scale, figure);
        if (read === undefined || !equal(read, figure)) throw new Error(`${figure} in ${scale} became ${read}`);
      }
    }
  });

  it.each(SHIPPED)('$id $inForce.from: every figure comes back exactly', (doc) => {
    const off = figureLines(doc)
      .flatMap(({ figures }) => figures)
      .map(({ value, unit }) => [String(value), unit] as const)
      .filter(([value, unit]) => {
        const [scale = 'one'] = scalesFor(value, unit);
        return !equal(readFigure(writeFigure(value, scale), scale, value) ?? 'x', value);
      });
    expect(off).toEqual([]);
  });
});
