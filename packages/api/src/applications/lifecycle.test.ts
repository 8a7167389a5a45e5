import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../identity/actor.ts';
import { STAFF_ROLES } from '../identity/roles.ts';
import { paymentDocument } from '../payments/payment-document.ts';
import { DUTIES, type Duty } from './duties.ts';
import { FILLED_IN_LATER, GUARD_KEYS, GUARDS, type GuardView } from './guards.ts';
import { TRANSITIONS } from './lifecycle.ts';
import { lifecycleDocument } from './lifecycle-document.ts';
import { STATE_IDS, STATES, type StateId } from './states.ts';
import { permittedEvents, transition } from './transition.ts';

const FIRM = 'firm-1';
const nobody: Actor = { userId: 'u', name: 'u', kind: 'staff', staff: [], firms: [] };
const actors: readonly (Actor | 'system')[] = [
  'system',
  ...STAFF_ROLES.map((role): Actor => ({ ...nobody, userId: role, staff: [{ role }] })),
  ...(['owner', 'editor', 'certifier'] as const).map(
    (role): Actor => ({ ...nobody, userId: role, kind: 'firm', firms: [{ firmId: FIRM, role }] }),
  ),
  { ...nobody, userId: 'stranger', kind: 'firm', firms: [{ firmId: 'firm-2', role: 'owner' }] },
];

const count = fc.constantFrom(0, 1);
const views = fc.record<GuardView>({
  openTasks: count,
  openConflicts: count,
  openCorrections: count,
  openDeferrals: count,
  openScores: count,
  openObjections: count,
  promiseSigned: fc.boolean(),
  deferralAllowed: fc.boolean(),
  windowOpen: fc.boolean(),
  hasPanel: fc.boolean(),
  ranks: fc.boolean(),
  isPlaced: fc.boolean(),
  isScored: fc.boolean(),
  isTimeOver: fc.boolean(),
  isFirmLate: fc.boolean(),
  shares: fc.array(fc.record({ userId: fc.constantFrom(...STAFF_ROLES), duty: fc.constantFrom(...DUTIES) }), {
    maxLength: 4,
  }),
  actor: fc.constantFrom(...actors),
  duty: fc.constant(undefined),
  reason: fc.constantFrom(undefined, '', ' ', '理由'),
  clause: fc.constantFrom(undefined, '第三条'),
});

const following = (from: StateId): readonly StateId[] =>
  TRANSITIONS.filter((each) => each.from.includes(from)).map(({ to }) => to);

function reachedFrom(start: StateId): ReadonlySet<StateId> {
  const seen = new Set<StateId>([start]);
  for (const state of seen) for (const next of following(state)) seen.add(next);
  return seen;
}

describe('the lifecycle as a table', () => {
  test('no event leaves a terminal state', () => {
    expect(STATE_IDS.filter((id) => STATES[id].terminal && following(id).length > 0)).toEqual([]);
  });

  test('every state is reached from a draft', () => {
    expect([...reachedFrom('draft')].toSorted()).toEqual([...STATE_IDS].toSorted());
  });

  test('from every state there is a way to an end', () => {
    const stuck = STATE_IDS.filter((id) => ![...reachedFrom(id)].some((state) => STATES[state].terminal));
    expect(stuck).toEqual([]);
  });

  test('an event leads to one place from each state', () => {
    const pairs = TRANSITIONS.flatMap(({ event, from }) => from.map((state) => `${state} ${event}`));
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  test('every guard is used and decides something', () => {
    const used = new Set(TRANSITIONS.flatMap(({ guards }) => guards));
    expect(GUARD_KEYS.filter((key) => !used.has(key))).toEqual([]);
    const seen = new Map(GUARD_KEYS.map((key) => [key, new Set<boolean>()]));
    fc.assert(
      fc.property(views, fc.constantFrom(...DUTIES), (view, duty) => {
        for (const key of GUARD_KEYS) seen.get(key)?.add(GUARDS[key]({ ...view, duty }));
      }),
      { numRuns: 2000 },
    );
    expect([...seen].filter(([, values]) => values.size < 2).map(([key]) => key)).toEqual([]);
  });

  test('every state and event has words in both languages, each its own', () => {
    const words = [
      ...STATE_IDS.flatMap((id) => [STATES[id].staff, STATES[id].firm]),
      ...TRANSITIONS.map(({ label }) => label),
    ];
    expect(words.filter((each) => !/[\u4e00-\u9fff]/.test(each['zh-CN']) || /[\u4e00-\u9fff]/.test(each.en))).toEqual(
      [],
    );
    const labels = STATE_IDS.map((id) => STATES[id].firm['zh-CN']);
    expect(new Set(labels).size).toBe(labels.length);
  });
});

test('permittedEvents agrees with transition for every state, role and view', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STATE_IDS), views, (state, view) => {
      const offered = new Map(permittedEvents(state, FIRM, view).map((each) => [each.event, each]));
      for (const { event, by } of TRANSITIONS) {
        const attempt = transition(state, event, FIRM, view);
        const offer = offered.get(event);
        if (attempt.ok && by !== 'system') expect(offer?.permitted).toBe(true);
        if (offer?.permitted && !attempt.ok) {
          expect(attempt.why === 'guard' && attempt.guards.every((key) => FILLED_IN_LATER.includes(key))).toBe(true);
        }
        if (!offer && !attempt.ok && by !== 'system') expect(attempt.why).not.toBe('guard');
      }
    }),
    { numRuns: 3000 },
  );
});

test('INVARIANT (different-person): no order of events and people gives one person two duties', () => {
  const people = ['a', 'b', 'c'].map(
    (userId): Actor => ({
      ...nobody,
      userId,
      staff: [{ role: 'intake-clerk' }, { role: 'decision-maker' }],
      firms: [{ firmId: FIRM, role: 'owner' }],
    }),
  );
  const steps = fc.array(
    fc.tuple(
      fc.constantFrom(...TRANSITIONS.map(({ event }) => event)),
      fc.constantFrom('system' as const, ...people),
      views,
    ),
    { minLength: 20, maxLength: 120 },
  );
  let moves = 0;
  fc.assert(
    fc.property(steps, (all) => {
      let state: StateId = 'draft';
      const shares: { userId: string; duty: Duty }[] = [];
      for (const [event, actor, view] of all) {
        const attempt = transition(state, event, FIRM, { ...view, actor, shares });
        if (!attempt.ok) continue;
        moves++;
        state = attempt.transition.to;
        const { duty } = attempt.transition;
        if (actor !== 'system' && duty) shares.push({ userId: actor.userId, duty });
      }
      for (const { userId } of people) {
        const duties = new Set(shares.filter((share) => share.userId === userId).map(({ duty }) => duty));
        expect(duties.size).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 500 },
  );
  // By chance it is some six hundred.
  expect(moves).toBeGreaterThan(100);
});

test('docs/lifecycle.md is the picture of this table', () => {
  const written = readFileSync(new URL('../../../../docs/lifecycle.md', import.meta.url), 'utf8');
  expect(written, 'run: npm run --silent tidu -- lifecycle > docs/lifecycle.md').toBe(
    `${lifecycleDocument()}${paymentDocument()}`,
  );
});
