import type { Unit } from '@tidu/rules';

/** Values a slot of the rule language takes; an `expr` slot takes scores too. */
export type Sort = 'expr' | 'score' | 'pred' | 'route';

/** What an id may name. */
export type RefTo =
  | 'fact'
  | 'money'
  | 'date'
  | 'series'
  | 'list'
  | 'param'
  | 'tier'
  | 'award'
  | 'indicator'
  | 'rank'
  | 'any';

/** Parts of a document that are no nodes of the rule language. */
export type PartKind =
  | 'policy'
  | 'factDef'
  | 'paramDef'
  | 'tier'
  | 'gate'
  | 'veto'
  | 'award'
  | 'cap'
  | 'stack'
  | 'pool'
  | 'untranslatable'
  | 'fairness';

/**
 * Where the unit of a figure comes from: said outright, by the node's own `unit`, by what it bands (`of`, `by`), by the
 * node as a whole, by the fact or by what was paid before.
 */
export type UnitSource = Unit | { readonly from: 'own' | 'of' | 'by' | 'node' | 'fact' | 'paidBefore' };

interface Common {
  readonly optional?: true;
}

/** How one key of an object is edited. */
export type FieldSpec = Common &
  (
    | { readonly t: 'num'; readonly unit: UnitSource }
    | { readonly t: 'int'; readonly unit: Unit; readonly min?: number; readonly max?: number }
    /** `ge` and `gt` of one object are edited together. */
    | { readonly t: 'bound'; readonly unit: UnitSource }
    | { readonly t: 'text'; readonly long?: true }
    | { readonly t: 'string'; readonly long?: true }
    | { readonly t: 'id' }
    | { readonly t: 'day' }
    | { readonly t: 'flag' }
    | { readonly t: 'cost' }
    | { readonly t: 'word'; readonly of: readonly string[] }
    | { readonly t: 'ref'; readonly to: RefTo; readonly also?: readonly string[] }
    | { readonly t: 'refs'; readonly to: RefTo }
    | { readonly t: 'values' }
    | { readonly t: 'texts' }
    | { readonly t: 'cites' }
    | { readonly t: 'node'; readonly sort: Sort }
    | { readonly t: 'nodes'; readonly sort: Sort }
    | { readonly t: 'parts'; readonly kind: PartKind }
    | { readonly t: 'group'; readonly fields: Fields }
    | { readonly t: 'rows'; readonly fields: Fields }
    /** What an absent fact means. */
    | { readonly t: 'ifMissing' }
    /** A tier by id, or a condition. */
    | { readonly t: 'audience' }
    /** A word, or a figure of the node. */
    | { readonly t: 'whenZero' }
    /** Payers with their parts. */
    | { readonly t: 'shares' }
    /** Who accepted a clause and when: given by that person alone. */
    | { readonly t: 'acceptance' }
    /** What the format itself sets. */
    | { readonly t: 'fixed' }
  );

/** The keys of an object in the order in which they are shown. */
export type Fields = Readonly<Record<string, FieldSpec>>;

export interface Shape {
  readonly sort?: Sort;
  readonly fields: Fields;
}

type KeysOf<N> = N extends N ? keyof N : never;

/** Every key of a type but its kind has a field: one that is added to the document type fails to compile until it has. */
export type FieldsOf<N> = { readonly [P in Exclude<KeysOf<N>, 'k'>]-?: FieldSpec };
