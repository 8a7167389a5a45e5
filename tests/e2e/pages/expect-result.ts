import { expect } from 'vitest';
import type { Firm } from '../firms.ts';
import type { SelfCheckResult } from './self-check-result.ts';
import { inLocale } from './words.ts';

/** Tier, the best still possible, points, money and the two other titles, as they stand on the page. */
export async function expectResult(result: SelfCheckResult, firm: Firm): Promise<void> {
  const { locale } = result;
  const say = (text: readonly [string, string] | undefined) => text && inLocale(text, locale);
  const wanted = firm.expect;
  await result.isOpen();
  expect(await shownOn(result), `${firm.id} (${locale})`).toEqual({
    tier: say(wanted.tier),
    upTo: say(wanted.upTo),
    money: say(wanted.money),
    points: say(wanted.points),
    techSme: wanted.techSme,
    torchGazelle: wanted.torchGazelle,
  });
  const named = wanted.tier ?? wanted.upTo;
  if (named) expect(await result.headline()).toContain(inLocale(named, locale));
}

const shownOn = async (result: SelfCheckResult) => ({
  tier: await result.tier(),
  upTo: await result.upTo(),
  money: await result.money(),
  points: await result.points(),
  techSme: await result.techSme(),
  torchGazelle: await result.torchGazelle(),
});
