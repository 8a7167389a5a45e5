// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { GAZELLE } from './sample-firm.ts';
import { fragmentOf, hasShared, LONGEST_LINK, readFragment } from './share-link.ts';

const shared = { facts: GAZELLE, filing: '2026-05-01', fiscalYear: 2024 };

describe('share link', () => {
  it('carries the facts and dates there and back', async () => {
    const fragment = await fragmentOf(shared);
    expect(fragment).toMatch(/^#f=[\w-]+$/);
    expect(hasShared(fragment ?? '')).toBe(true);
    expect(await readFragment(fragment ?? '')).toEqual({ shared });
  });

  it('carries nothing that names the firm', async () => {
    const draft = { ...shared, name: '甲公司', creditCode: '91330201X' };
    const fragment = await fragmentOf(draft);
    expect(await readFragment(fragment ?? '')).toEqual({ shared });
  });

  it('leaves out where a figure came from', async () => {
    const fragment = await fragmentOf({ facts: { a: { known: '1', source: 'audit.pdf' } } });
    expect(await readFragment(fragment ?? '')).toEqual({ shared: { facts: { a: { known: '1' } } } });
  });

  it('reads no half of a link that was cut or changed', async () => {
    const fragment = (await fragmentOf(shared)) ?? '';
    for (const broken of [
      fragment.slice(0, -9),
      fragment.slice(0, 12),
      '#f=',
      '#f=%%%',
      `${fragment.slice(0, 20)}AAAA${fragment.slice(24)}`,
    ]) {
      expect(await readFragment(broken)).toEqual({ problem: 'broken' });
    }
  });

  it('refuses what is longer than any link it makes, and what unpacks to too much', async () => {
    expect(await readFragment(`#f=${'A'.repeat(LONGEST_LINK * 2 + 1)}`)).toEqual({ problem: 'long' });
    const bomb = await fragmentOf({ facts: { a: { known: 'x'.repeat(300_000) } } });
    expect(bomb).toBeDefined();
    expect(await readFragment(bomb ?? '')).toEqual({ problem: 'broken' });
  });

  it('makes no link that would be cut', async () => {
    const noise = Array.from({ length: 3000 }, (_, i) => [`f${i}`, { known: String((i * 7919) % 104_729) }]);
    expect(await fragmentOf({ facts: Object.fromEntries(noise) })).toBeUndefined();
  });
});
