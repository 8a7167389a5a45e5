import { describe, expect, it } from 'vitest';
import { schemeOf } from './scheme-of.ts';

const open = { opening: { isOpen: true } };
const SCHEMES = [
  { id: 'title', policy: 'tech-sme', tiers: ['tech-sme'], ...open },
  { id: 'startup', policy: 'ladder', tiers: ['startup'], ...open },
  { id: 'gazelle', policy: 'ladder', tiers: ['gazelle'], ...open },
  { id: 'unicorn', policy: 'ladder', tiers: ['unicorn'], opening: { isOpen: false } },
];
const ladder = (best: string | undefined, reached: readonly string[]) => result('ladder', 'highest', best, reached);
const title = (reached: readonly string[]) => result('tech-sme', 'all', undefined, reached);

function result(id: string, pick: 'highest' | 'all', best: string | undefined, reached: readonly string[]) {
  const tiers = reached.map((tier) => ({ tier, outcome: 'yes' as const }));
  return { doc: { id, pick }, decision: { best, tiers } } as unknown as Parameters<typeof schemeOf>[0][number];
}

describe('schemeOf', () => {
  it.each([
    ['the highest rung', [ladder('gazelle', ['startup', 'gazelle'])], 'gazelle'],
    ['the ladder before a title', [title(['tech-sme']), ladder('startup', ['startup'])], 'startup'],
    ['a lower rung where the higher one is closed', [ladder('unicorn', ['gazelle', 'unicorn'])], 'gazelle'],
    ['a title alone', [title(['tech-sme']), ladder(undefined, [])], 'title'],
    ['nothing where nothing is reached', [title([]), ladder(undefined, [])], undefined],
  ])('is %s', (_what, results, id) => {
    expect(schemeOf(results, SCHEMES)?.id).toBe(id);
  });
});
