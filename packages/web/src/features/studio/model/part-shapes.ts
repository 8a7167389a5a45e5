import type {
  Award,
  Cap,
  FactDef,
  Gate,
  ParamDef,
  PolicyDoc,
  Pool,
  Stack,
  Tier,
  Untranslatable,
  Veto,
} from '@tidu/rules';
import type { FieldSpec, FieldsOf, PartKind, Shape } from './field-spec.ts';
import { NODE_SHAPES } from './node-shapes.ts';

interface PartTypes {
  policy: PolicyDoc;
  factDef: FactDef;
  paramDef: ParamDef;
  tier: Tier;
  gate: Gate;
  veto: Veto;
  award: Award;
  cap: Cap;
  stack: Stack;
  pool: Pool;
  untranslatable: Untranslatable;
  fairness: NonNullable<PolicyDoc['fairness']>[number];
}

const some = <S extends FieldSpec>(spec: S): S & { readonly optional: true } => ({ ...spec, optional: true });
const cite = some({ t: 'cites' });
const base = { id: { t: 'id' }, label: some({ t: 'text' }), cite } as const;
const pred = { t: 'node', sort: 'pred' } as const;
const { unit } = NODE_SHAPES.lit.fields;
const FACT = { from: 'fact' } as const;
const day = { t: 'day' } as const;

const ask = {
  t: 'group',
  fields: {
    group: { t: 'word', of: ['identity', 'people', 'finance', 'property', 'funding', 'credit', 'project'] },
    question: { t: 'text' },
    where: some({ t: 'text' }),
    example: some({ t: 'string' }),
  },
} as const satisfies FieldSpec;

const move = {
  t: 'group',
  fields: {
    dir: { t: 'word', of: ['up', 'down', 'both', 'time', 'never'] },
    cost: some({ t: 'cost' }),
    step: some({ t: 'num', unit: FACT }),
  },
} as const satisfies FieldSpec;

/** Every part of a document beside the rule language. */
export const PART_SHAPES: { readonly [P in PartKind]: Shape & { readonly fields: FieldsOf<PartTypes[P]> } } = {
  policy: {
    fields: {
      id: { t: 'id' },
      label: some({ t: 'text' }),
      summary: some({ t: 'text', long: true }),
      cite,
      inForce: { t: 'group', fields: { from: day, to: some(day) } },
      applies: { t: 'word', of: ['filing', 'decision', 'fiscalYearEnd'] },
      pick: { t: 'word', of: ['highest', 'all'] },
      version: { t: 'string' },
      status: { t: 'fixed' },
      schema: { t: 'fixed' },
      facts: { t: 'parts', kind: 'factDef' },
      params: { t: 'parts', kind: 'paramDef' },
      tiers: { t: 'parts', kind: 'tier' },
      awards: { t: 'parts', kind: 'award' },
      stacks: { t: 'parts', kind: 'stack' },
      pools: { t: 'parts', kind: 'pool' },
      untranslatable: some({ t: 'parts', kind: 'untranslatable' }),
      fairness: some({ t: 'parts', kind: 'fairness' }),
    },
  },
  factDef: {
    fields: {
      ...base,
      type: { t: 'word', of: ['bool', 'int', 'num', 'money', 'date', 'enum', 'series', 'list'] },
      unit: some(unit),
      ifMissing: { t: 'ifMissing' },
      ask: some(ask),
      domain: some({
        t: 'group',
        fields: {
          min: some({ t: 'num', unit: FACT }),
          max: some({ t: 'num', unit: FACT }),
          values: some({ t: 'rows', fields: { id: { t: 'string' }, label: { t: 'text' } } }),
        },
      }),
      partOf: some({ t: 'ref', to: 'fact' }),
      move: some(move),
      derive: some({ t: 'group', fields: { policy: { t: 'string' }, take: { t: 'word', of: ['tier'] } } }),
      fields: some({ t: 'parts', kind: 'factDef' }),
    },
  },
  paramDef: {
    fields: {
      ...base,
      unit,
      values: {
        t: 'rows',
        fields: { value: { t: 'num', unit: { from: 'own' } }, from: day, to: some(day), cite: { t: 'cites' } },
      },
    },
  },
  tier: {
    fields: {
      ...base,
      validMonths: some({ t: 'int', unit: 'months', min: 1, max: 1200 }),
      gates: { t: 'parts', kind: 'gate' },
      vetoes: { t: 'parts', kind: 'veto' },
      routes: { t: 'nodes', sort: 'route' },
    },
  },
  gate: { fields: { ...base, curable: some({ t: 'flag' }), when: pred } },
  veto: { fields: { ...base, when: pred } },
  award: {
    fields: {
      ...base,
      for: { t: 'audience' },
      pay: some({ t: 'node', sort: 'expr' }),
      match: some({
        t: 'group',
        fields: {
          upstream: { t: 'ref', to: 'money' },
          ratio: { t: 'num', unit: 'ratio' },
          cap: some({ t: 'num', unit: 'CNY' }),
        },
      }),
      caps: some({ t: 'parts', kind: 'cap' }),
      floorPay: some({
        t: 'group',
        fields: { at: { t: 'num', unit: 'CNY' }, below: { t: 'word', of: ['none', 'raise'] } },
      }),
      share: some({ t: 'shares' }),
      tranches: some({
        t: 'rows',
        fields: { pct: { t: 'num', unit: 'ratio' }, when: pred, label: some({ t: 'text' }) },
      }),
    },
  },
  cap: {
    fields: {
      kind: { t: 'word', of: ['item', 'year', 'lifetime'] },
      max: { t: 'node', sort: 'expr' },
      used: some({ t: 'ref', to: 'money' }),
      cite,
    },
  },
  stack: {
    fields: {
      ...base,
      awards: { t: 'refs', to: 'award' },
      rule: { t: 'word', of: ['highestOf', 'topUp', 'first', 'sum'] },
      paidBefore: some({ t: 'ref', to: 'money' }),
      within: some({ t: 'node', sort: 'expr' }),
    },
  },
  pool: {
    fields: {
      ...base,
      budget: { t: 'num', unit: 'CNY' },
      awards: { t: 'refs', to: 'award' },
      method: { t: 'word', of: ['rankFull', 'rankPartialLast', 'fcfs', 'proRata', 'scoreWeighted'] },
      order: {
        t: 'rows',
        fields: {
          by: { t: 'ref', to: 'rank', also: ['points', 'amount', 'filedOn'] },
          dir: { t: 'word', of: ['asc', 'desc'] },
        },
      },
      minGrant: some({ t: 'num', unit: 'CNY' }),
      quota: some({ t: 'int', unit: 'count', min: 1, max: 1_000_000 }),
      sub: some({ t: 'parts', kind: 'pool' }),
    },
  },
  untranslatable: {
    fields: {
      id: { t: 'id' },
      text: { t: 'text', long: true },
      taints: { t: 'refs', to: 'any' },
      cite,
      accepted: some({ t: 'acceptance' }),
    },
  },
  fairness: {
    fields: { of: { t: 'ref', to: 'any' }, reason: { t: 'text', long: true }, until: day },
  },
};
