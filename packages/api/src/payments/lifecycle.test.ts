import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DUTIES } from '../applications/duties.ts';
import { STATE_IDS } from '../applications/states.ts';
import type { Actor } from '../identity/actor.ts';
import { STAFF_ROLES } from '../identity/roles.ts';
import { MET_IN_THE_FORM, PAYMENT_GUARD_KEYS, type PaymentView } from './guards.ts';
import { PAYMENT_EVENTS, PAYMENT_TRANSITIONS } from './lifecycle.ts';
import { splitPlan } from './split-plan.ts';
import { PAYMENT_STATE_IDS, type PaymentStateId } from './states.ts';
import { attemptPayment, permittedPayments } from './transition.ts';

const actors = STAFF_ROLES.map(
  (role): Actor => ({ userId: role, name: role, kind: 'staff', staff: [{ role }], firms: [] }),
);
const count = fc.constantFrom(0, 1);
const views = fc.record<PaymentView>({
  caseState: fc.constantFrom(...STATE_IDS),
  openObjections: count,
  openConflicts: count,
  hasAccount: fc.boolean(),
  isHolderFirm: fc.boolean(),
  holderReason: fc.constantFrom(undefined, ' ', '更名'),
  isAccountSame: fc.boolean(),
  amountFen: fc.integer({ min: 1, max: 10 }),
  leftOfPlanFen: fc.integer({ min: 0, max: 10 }),
  shares: fc.array(fc.record({ userId: fc.constantFrom(...STAFF_ROLES), duty: fc.constantFrom(...DUTIES) }), {
    maxLength: 3,
  }),
  actor: fc.constantFrom(...actors),
  duty: fc.constant(undefined),
  reason: fc.constantFrom(undefined, ' ', '理由'),
});
const states = fc.constantFrom(...PAYMENT_STATE_IDS);

describe('the life of an instalment', () => {
  test('every state is reached, every event happens, every guard is used', () => {
    const reached = new Set<PaymentStateId>(['waiting', 'due', ...PAYMENT_TRANSITIONS.map(({ to }) => to)]);
    expect(reached).toEqual(new Set(PAYMENT_STATE_IDS));
    expect(PAYMENT_TRANSITIONS.map(({ event }) => event)).toEqual([...PAYMENT_EVENTS]);
    expect(new Set(PAYMENT_TRANSITIONS.flatMap(({ guards }) => guards))).toEqual(new Set(PAYMENT_GUARD_KEYS));
  });

  test('no event leaves what is paid: money that went out comes back by a recovery alone', () => {
    expect(PAYMENT_TRANSITIONS.filter(({ from }) => from.includes('paid'))).toEqual([]);
  });

  test('what is offered is what goes through once the form is filled in', () => {
    fc.assert(
      fc.property(states, views, (state, view) => {
        const filled = { ...view, reason: '理由', holderReason: '更名' };
        for (const { event, permitted } of permittedPayments(state, view))
          expect([event, attemptPayment(state, event, filled).ok]).toEqual([event, permitted]);
        const offered = permittedPayments(state, view).map(({ event }) => event);
        for (const event of PAYMENT_EVENTS)
          if (!offered.includes(event)) expect(attemptPayment(state, event, filled).ok).toBe(false);
      }),
    );
    expect(MET_IN_THE_FORM.every((key) => PAYMENT_GUARD_KEYS.includes(key))).toBe(true);
  });

  test('different-person: who has a share in another duty of the case moves no money of it', () => {
    fc.assert(
      fc.property(states, fc.constantFrom(...PAYMENT_EVENTS), views, (state, event, view) => {
        const attempt = attemptPayment(state, event, view);
        if (!attempt.ok) return;
        const others = view.shares.filter(
          ({ userId, duty }) => userId === view.actor.userId && duty !== attempt.transition.duty,
        );
        expect(others).toEqual([]);
      }),
    );
    const duties = new Map(PAYMENT_TRANSITIONS.map(({ event, duty }) => [event, duty]));
    expect(duties.get('prepare')).not.toBe(duties.get('release'));
  });

  test('never-above-plan: nothing is prepared beyond what the plan has left', () => {
    fc.assert(
      fc.property(states, views, (state, view) => {
        if (attemptPayment(state, 'prepare', view).ok) expect(view.amountFen).toBeLessThanOrEqual(view.leftOfPlanFen);
      }),
    );
  });
});

describe('a plan', () => {
  const ratios = fc
    .array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.map((part) => `${part}/${parts.reduce((sum, each) => sum + each, 0)}`));
  const awards = fc.array(
    fc.record({
      outcome: fc.constantFrom('yes' as const, 'no' as const, 'undetermined' as const),
      lo: fc.constantFrom('0', '1', '0.01', '250000', '1000000/3', '-inf'),
      pcts: fc.option(ratios),
    }),
    { maxLength: 4 },
  );

  test('plan-sums-exactly: whatever the awards and their shares, the parts are above 0 and add up to the 分', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000_000_000 }), awards, (amountFen, given) => {
        const when = { k: 'in', fact: 'x', values: ['true'] } as const;
        const doc = {
          awards: given.map(({ pcts }, i) => ({
            id: `a${i}`,
            for: 't',
            ...(pcts ? { tranches: pcts.map((pct) => ({ pct, when })) } : {}),
          })),
        };
        const decided = given.map(({ outcome, lo }, i) => ({ award: `a${i}`, outcome, amount: { lo, hi: lo } }));
        const parts = splitPlan(
          amountFen,
          doc as never,
          { awards: decided } as never,
          given.map((_, i) => `a${i}`),
        );
        expect(parts.reduce((sum, part) => sum + part.amountFen, 0)).toBe(amountFen);
        expect(parts.every((part) => part.amountFen > 0)).toBe(true);
      }),
    );
  });

  test('is one sum where no award says otherwise, and leaves out what was not claimed', () => {
    expect(splitPlan(100, undefined, undefined, [])).toMatchObject([
      { label: { 'zh-CN': '一次性拨付' }, amountFen: 100 },
    ]);
    const doc = { awards: ['a', 'b'].map((id) => ({ id, for: 't', label: { 'zh-CN': id } })) } as never;
    const decided = {
      awards: ['a', 'b'].map((award) => ({ award, outcome: 'yes', amount: { lo: '3', hi: '3' } })),
    } as never;
    expect(splitPlan(101, doc, decided, ['b'])).toMatchObject([{ label: { 'zh-CN': 'b' }, amountFen: 101 }]);
    expect(splitPlan(101, doc, decided, ['a', 'b']).map(({ amountFen }) => amountFen)).toEqual([50, 51]);
  });
});
