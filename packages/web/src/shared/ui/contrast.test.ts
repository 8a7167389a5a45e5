// @vitest-environment node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const css = readFileSync(fileURLToPath(new URL('./tokens.css', import.meta.url)), 'utf8');

function tokensAfter(selector: string): Readonly<Record<string, string>> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]));
}

const light = tokensAfter(':root');
const dark = tokensAfter(':root[data-theme="dark"]');

/** Relative luminance after WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['paper', 'surface', 'raised', 'sunken'];
const on = (grounds: readonly string[], ...texts: readonly string[]) =>
  texts.flatMap((t) => grounds.map((g) => [t, g] as const));

/** Text on the grounds it is set on: 4.5 to 1. */
const TEXT = [
  ...on(GROUNDS, 'ink', 'ink-2', 'celadon', 'celadon-strong', 'amber', 'seal'),
  ...on(['paper', 'surface', 'raised', 'sunken'], 'ink-3'),
  ...on(['celadon-soft', 'celadon-wash'], 'ink', 'ink-2', 'celadon', 'celadon-strong'),
  ...on(['celadon-mid'], 'ink', 'ink-2'),
  ...on(['amber-soft'], 'ink', 'ink-2', 'amber'),
  ...on(['seal-soft'], 'ink', 'seal'),
  ['on-celadon', 'celadon'],
  ['on-celadon', 'celadon-strong'],
  ['on-seal', 'seal'],
  ['paper', 'ink'],
] as const;

/** Edges of controls, focus rings, bars that carry meaning: 3 to 1. */
const SHAPES = [
  ...on(['paper', 'surface', 'raised'], 'line-strong', 'focus', 'celadon', 'amber', 'seal'),
  ['celadon', 'sunken'],
  ['ink', 'surface'],
] as const;

describe.each([
  ['light', light],
  ['dark', dark],
])('%s scheme', (_name, tokens) => {
  const pair = (a: string, b: string): number => {
    const [x, y] = [tokens[a], tokens[b]];
    if (!x || !y) throw new Error(`no token ${x ? b : a}`);
    return contrast(x, y);
  };
  it.each(TEXT)('text %s on %s', (text, ground) => expect(pair(text, ground)).toBeGreaterThanOrEqual(4.5));
  it.each(SHAPES)('shape %s on %s', (shape, ground) => expect(pair(shape, ground)).toBeGreaterThanOrEqual(3));
});

describe('tokens', () => {
  it('has the same colours in both schemes', () => {
    expect(Object.keys(light).length).toBeGreaterThan(20);
    expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
  });
  it('measures contrast as WCAG does', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
