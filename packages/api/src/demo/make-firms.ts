import { checkCreditCode } from '@tidu/rules';
import { type Chance, createChance } from './chance.ts';
import { FIRST, GIVEN, SECOND, SURNAMES, TRADES, type Trade } from './firm-names.ts';
import { makeFacts } from './make-facts.ts';
import type { Profile } from './profile.ts';

export interface DemoFirm {
  readonly name: string;
  readonly creditCode: string;
  readonly registeredOn: string;
  readonly industry: string;
  readonly contact: { readonly name: string; readonly phone: string; readonly email: string };
  readonly profile: Profile;
  /** Values of the policies' facts, as they are sent to the API. */
  readonly facts: Readonly<Record<string, unknown>>;
}

const MIX: readonly (readonly [Profile, number])[] = [
  ['start-up', 0.24],
  ['gazelle', 0.2],
  ['edge', 0.08],
  ['quasi-unicorn', 0.04],
  ['unicorn', 0.01],
  ['steady', 0.27],
  ['vetoed', 0.05],
  ['sparse', 0.11],
];

/** Plausible, made-up firms of the zone; the same seed and year give the same firms. `year` is the last full fiscal year. */
export function makeFirms(count: number, year: number, seed = 20260101): readonly DemoFirm[] {
  const chance = createChance(seed);
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, i) => makeFirm(chance, i, year, taken));
}

function makeFirm(chance: Chance, index: number, year: number, taken: Set<string>): DemoFirm {
  const profile = pickProfile(chance);
  const trade = chance.pick(profile === 'steady' ? TRADES : TRADES.filter((each) => each.strategic !== 'none'));
  const name = freshName(chance, trade, taken);
  const age = ageOf(chance, profile);
  const registeredOn = `${year + 1 - age}-${two(chance.whole(1, 12))}-${two(chance.whole(1, 28))}`;
  const person = chance.pick(SURNAMES) + chance.pick(GIVEN);
  return {
    name,
    creditCode: creditCodeFor(index),
    registeredOn,
    industry: trade.industry,
    contact: {
      name: person,
      phone: `139${String(10_000_000 + index * 7919).slice(-8)}`,
      email: `firm${index + 1}@example.com`,
    },
    profile,
    facts: makeFacts(chance, { profile, year, age, registeredOn, strategic: trade.strategic }),
  };
}

function pickProfile(chance: Chance): Profile {
  let at = chance.next();
  for (const [profile, share] of MIX) {
    at -= share;
    if (at < 0) return profile;
  }
  return 'steady';
}

function freshName(chance: Chance, trade: Trade, taken: Set<string>): string {
  for (;;) {
    const kind = chance.pick(['有限公司', '有限公司', '股份有限公司', '科技有限公司']);
    const name = `宁波${chance.pick(FIRST)}${chance.pick(SECOND)}${chance.pick(trade.words)}${kind}`;
    if (!taken.has(name)) {
      taken.add(name);
      return name;
    }
  }
}

function ageOf(chance: Chance, profile: Profile): number {
  if (profile === 'start-up') return chance.whole(1, 5);
  if (profile === 'steady') return chance.whole(6, 18);
  return chance.whole(4, 10);
}

/** A valid code of the form the registry of Ningbo gives, for an organisation number that is made up. */
function creditCodeFor(index: number): string {
  const body = `91330201MA2H${String(index).padStart(4, '0')}`;
  for (const inside of '0123456789X') {
    const start = `${body}${inside}`;
    const { expectedCheckChar, organisationCodeOk } = checkCreditCode(`${start}0`);
    if (organisationCodeOk && expectedCheckChar) return start + expectedCheckChar;
  }
  throw new Error(`no code for firm ${index}`);
}

const two = (n: number): string => String(n).padStart(2, '0');
