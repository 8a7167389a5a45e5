/**
 * The policy document (政策文件): plain JSON, a closed set of node kinds, no expression strings and no code.
 * Everything else in this package — verdicts, explanations, questions, paths, checks — is a query over it.
 */

import type { FactInput } from './fact-input.ts';

export type { FactInput, ListItem, SeriesInput } from './fact-input.ts';

/** An exact number as text: `"0.06"`, `"6%"`, `"2/37"`, `"50000000"`. Money is in yuan. */
export type Num = string;
/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string;
/** A name inside one policy document: `[a-z][A-Za-z0-9.-]*`. */
export type Id = string;
/** Text by locale; `zh-CN` is always there, `en` in every shipped policy. */
export type Text = Readonly<Record<string, string>>;
/** Where a figure comes from: `official` read in a published text, `derived` computed from one, `assumed` 暂定. */
export type Basis = 'official' | 'derived' | 'assumed';

/** Where a rule or a figure is written (出处). `why` says what an assumed or derived figure rests on. */
export interface Cite {
  readonly doc: string;
  readonly clause?: string;
  readonly quote?: string;
  readonly url?: string;
  readonly basis: Basis;
  readonly why?: Text;
}

export type Unit = 'CNY' | 'USD' | 'ratio' | 'people' | 'count' | 'points' | 'days' | 'months' | 'years' | 'none';

/** What every named node may carry. */
export interface Base {
  readonly id: Id;
  readonly label?: Text;
  readonly cite?: readonly Cite[];
}
export type FactType = 'bool' | 'int' | 'num' | 'money' | 'date' | 'enum' | 'series' | 'list';

/** One thing to know about a firm (指标). Series are by fiscal year; lists hold dated records such as awards. */
export interface FactDef extends Base {
  readonly type: FactType;
  /** Unit of the value, or of each year of a series. `money` means CNY unless it says USD. */
  readonly unit?: Unit;
  /** Closed bounds of the value; `values` are the words of an enum, with their labels. */
  readonly domain?: {
    readonly min?: Num;
    readonly max?: Num;
    readonly values?: readonly { readonly id: string; readonly label: Text }[];
  };
  /** Fields of one record of a `list`; a field is referred to as `item.<id>` inside `exists.where`. */
  readonly fields?: readonly FactDef[];
  /** What an absent fact means: stays open (`ask`), counts as not there (`fail`), or a stated assumption. */
  readonly ifMissing: 'ask' | 'fail' | { readonly assume: FactInput; readonly why: Text };
  /** Filled from another policy's result: `tier` puts the id of the best tier (or `none`) into this enum. */
  readonly derive?: { readonly policy: Id; readonly take: 'tier' };
  /** The whole this figure is part of: raising the part raises the whole as much (科技人员 is part of 职工总数). */
  readonly partOf?: Id;
  /** How a firm can change it: direction, relative cost of one step, size of one step; `time` moves by waiting. */
  readonly move?: {
    readonly dir: 'up' | 'down' | 'both' | 'time' | 'never';
    readonly cost?: number;
    readonly step?: Num;
  };
  /** How the question is asked: step of the form, plain question, where the figure stands, an example value. */
  readonly ask?: { readonly group: AskGroup; readonly question: Text; readonly where?: Text; readonly example?: Num };
}

/** The steps of the guided form, in this order. */
export type AskGroup = 'identity' | 'people' | 'finance' | 'property' | 'funding' | 'credit' | 'project';

/** A figure of the policy by date (参数); no value in force on the day is an error, never the last one carried on. */
export interface ParamDef extends Base {
  readonly unit: Unit;
  readonly values: readonly {
    readonly from: IsoDate;
    readonly to?: IsoDate;
    readonly value: Num;
    readonly cite: readonly Cite[];
  }[];
}

export type RoundMode = 'halfUp' | 'halfEven' | 'up' | 'down';
/** Fiscal year relative to the base year T (the fiscal year of `dates.fiscalYearEnd`). */
export type YearRef = 'T' | 'T-1' | 'T-2' | 'T-3' | 'T-4';

/** Value nodes. Arithmetic is exact; `notApplicable` in any operand makes the whole not applicable. */
export type Expr =
  | { readonly k: 'lit'; readonly value: Num; readonly unit: Unit; readonly cite?: readonly Cite[] }
  | { readonly k: 'fact'; readonly fact: Id; readonly year?: YearRef }
  | { readonly k: 'param'; readonly param: Id }
  | { readonly k: 'add' | 'sub' | 'mul' | 'min' | 'max'; readonly of: readonly Expr[] }
  | { readonly k: 'neg'; readonly of: Expr }
  | { readonly k: 'div'; readonly num: Expr; readonly den: Expr; readonly whenZero: 'unknown' | 'notApplicable' | Num }
  | { readonly k: 'round'; readonly of: Expr; readonly mode: RoundMode; readonly step: Num }
  /**
   * Growth rate of a series up to T. `cagr` over `years`; `meanYoY` = mean of the last `years` yearly ratios − 1;
   * `minYoY` = the smallest of the last `years` yearly rates ("each of the last n years").
   * A first-year base ≤ 0 or not applicable: rate 0 (`zero`), not applicable (`fail`), or start one year later (`useNext`).
   * Any later base ≤ 0 is not applicable. A negative end counts as −100 %.
   * A growth node may only be compared or banded: its value can be irrational.
   */
  | {
      readonly k: 'growth';
      readonly how: 'cagr' | 'meanYoY' | 'minYoY';
      readonly series: Id;
      readonly years: number;
      readonly badBase: 'zero' | 'fail' | 'useNext';
    }
  | { readonly k: 'agg'; readonly how: 'sum' | 'mean' | 'min' | 'max'; readonly series: Id; readonly last: number }
  /**
   * Time from one date to another. `calendarYears` 自然年 (difference of year numbers), `anniversary` 完整年度 (full
   * years or months), `days` exact days, `days365` days ÷ 365.
   */
  | {
      readonly k: 'span';
      readonly from: Id;
      readonly to: Id | 'asOf';
      readonly how: 'calendarYears' | 'anniversaryYears' | 'anniversaryMonths' | 'days' | 'days365';
    }
  /** Currency conversion at a rate given as a param or a fact; never silent. */
  | { readonly k: 'fx'; readonly of: Expr; readonly to: 'CNY' | 'USD'; readonly rate: Expr }
  | { readonly k: 'cond'; readonly if: Pred; readonly then: Expr; readonly else: Expr }
  /** 首次突破 / 晋级补差: rows give cumulative amounts; pays what exceeds `paidBefore` (a money fact), never below 0. */
  | { readonly k: 'milestone'; readonly of: Expr; readonly paidBefore: Id; readonly rows: readonly Band[] }
  | Score;

/** A condition. `label`, `id` and `cite` are wanted wherever a person will read it. */
export type Pred = Partial<Base> &
  (
    | { readonly k: 'cmp'; readonly op: CmpOp; readonly a: Expr; readonly b: Expr }
    /** The fact (enum, or bool as `"true"`/`"false"`) is one of the values. */
    | { readonly k: 'in'; readonly fact: Id; readonly values: readonly string[] }
    | { readonly k: 'all' | 'any'; readonly of: readonly Pred[] }
    | { readonly k: 'not'; readonly of: Pred }
    | { readonly k: 'atLeast'; readonly n: number; readonly of: readonly Pred[] }
    /** At least `min` (default 1) records of a list satisfy `where`; `withinYears` looks at the record's field `on`. */
    | {
        readonly k: 'exists';
        readonly list: Id;
        readonly where: Pred;
        readonly min?: number;
        readonly withinYears?: number;
      }
    /** The firm has given the fact at all (材料已提供). */
    | { readonly k: 'provided'; readonly fact: Id }
    /** An open norm that a person decides (需人工判断); answered under its own `id`, which is required. */
    | { readonly k: 'judgement'; readonly question: Text }
  );
export type CmpOp = 'lt' | 'le' | 'eq' | 'ne' | 'ge' | 'gt';

/** One row of a band table, in descending order; a row without bound is "otherwise" and comes last. */
export interface Band {
  readonly ge?: Num;
  readonly gt?: Num;
  readonly out: Num;
  readonly label?: Text;
  readonly cite?: readonly Cite[];
}

/** Point nodes (计分). A value that is not applicable scores 0. */
export type Score = Partial<Base> &
  (
    | { readonly k: 'bands'; readonly of: Expr; readonly rows: readonly Band[]; readonly unit: Unit }
    | {
        readonly k: 'bandsBy';
        readonly by: Expr;
        readonly rows: readonly { readonly ge?: Num; readonly gt?: Num; readonly use: Expr }[];
      }
    | {
        readonly k: 'table';
        readonly hit: 'unique' | 'first' | 'maxOut' | 'sumOut';
        readonly rows: readonly {
          readonly when: Pred;
          readonly out: Num;
          readonly label?: Text;
          readonly cite?: readonly Cite[];
        }[];
        readonly otherwise: Num;
        readonly unit: Unit;
      }
    /** Like tax brackets: each slice above a bound at that row's rate `out`; `ge` and `gt` mean the same here. */
    | { readonly k: 'marginal'; readonly of: Expr; readonly rows: readonly Band[]; readonly unit: Unit }
    /** Straight lines between the points (bound, out); flat outside. Every row has a bound. */
    | { readonly k: 'linear'; readonly of: Expr; readonly rows: readonly Band[]; readonly unit: Unit }
    /** A named line of the score table: the points of `of`, kept within 0 and `full` marks. */
    | { readonly k: 'indicator'; readonly full: Num; readonly of: Expr; readonly evidence?: readonly Text[] }
    | { readonly k: 'sum' | 'bestOf'; readonly of: readonly Expr[]; readonly cap?: Num }
    | { readonly k: 'bonus'; readonly when: Pred; readonly out: Num; readonly cap?: Num }
  );

/** A lower bound with its own closedness: `{ge:"60"}` 不低于, `{gt:"70"}` 高于. */
export type Bound = { readonly ge: Num; readonly gt?: never } | { readonly gt: Num; readonly ge?: never };

/** One way into a tier (认定路径). */
export type Route = Base &
  (
    | { readonly k: 'direct' | 'criteria' | 'negotiated'; readonly when: Pred }
    | {
        readonly k: 'scored';
        readonly score: Score;
        readonly pass: Bound;
        readonly floors?: readonly ({ readonly indicator: Id } & Bound)[];
      }
  );
export type Gate = Base & { readonly when: Pred; readonly curable?: boolean };
export type Veto = Base & { readonly when: Pred };

/** One rung (梯队): every gate holds, no veto holds, and any one route holds. Listed from the lowest rung up. */
export interface Tier extends Base {
  readonly gates: readonly Gate[];
  readonly vetoes: readonly Veto[];
  readonly routes: readonly Route[];
  readonly validMonths?: number;
}

/** A ceiling on an award; `used` names the fact with what was already received under it. */
export interface Cap {
  readonly kind: 'item' | 'year' | 'lifetime';
  readonly max: Expr;
  readonly used?: Id;
  readonly cite?: readonly Cite[];
}

/** Money a firm may claim (奖补), in CNY, rounded down to 分 after caps unless `pay` rounds itself. */
export interface Award extends Base {
  /** A tier of this policy that the firm must hold, or a condition. */
  readonly for: Id | Pred;
  /** Amount before caps; absent means 0 (then `match` gives the money). */
  readonly pay?: Expr;
  /** Matching money: `ratio` × the upstream grant, up to `cap`; added to `pay`. */
  readonly match?: { readonly upstream: Id; readonly ratio: Num; readonly cap?: Num };
  readonly caps?: readonly Cap[];
  /** What happens to an amount above 0 but under `at`: nothing is paid, or it is raised to `at`. */
  readonly floorPay?: { readonly at: Num; readonly below: 'none' | 'raise' };
  /** Who pays which part (e.g. city and district); ratios sum to 1, parts sum exactly to the award. */
  readonly share?: Readonly<Record<string, Num>>;
  /** Instalments (分期): parts sum exactly to the award, the last takes the remainder. */
  readonly tranches?: readonly { readonly pct: Num; readonly when: Pred; readonly label?: Text }[];
}

/**
 * How awards of one matter go together (叠加规则): `highestOf` 就高不重复; `topUp` 晋级补差, the highest less what
 * `paidBefore` says was paid; `first` the first with money; `sum` all, cut from the last to stay within `within`.
 * An award belongs to at most one stack.
 */
export interface Stack extends Base {
  readonly awards: readonly Id[];
  readonly rule: 'highestOf' | 'topUp' | 'first' | 'sum';
  readonly paidBefore?: Id;
  readonly within?: Expr;
}

/** A yearly budget and how it is given out (资金池). */
export interface Pool extends Base {
  readonly budget: Num;
  readonly awards: readonly Id[];
  readonly order: readonly { readonly by: Id; readonly dir: 'asc' | 'desc' }[];
  readonly method: 'rankFull' | 'rankPartialLast' | 'fcfs' | 'proRata' | 'scoreWeighted';
  readonly minGrant?: Num;
  /** At most this many claims are served, the best placed ones (名额). */
  readonly quota?: number;
  readonly sub?: readonly Pool[];
}

/** A clause that could not be written as nodes; it taints what it names until a person accepts it. */
export interface Untranslatable {
  readonly id: Id;
  readonly text: Text;
  readonly cite?: readonly Cite[];
  readonly accepted?: { readonly by: string; readonly on: IsoDate };
  readonly taints: readonly Id[];
}

/** One version of one policy (政策版本). */
export interface PolicyDoc extends Base {
  readonly schema: 1;
  readonly version: string;
  readonly status: 'draft' | 'published' | 'withdrawn';
  readonly summary?: Text;
  /** First and last day of validity, both inclusive. */
  readonly inForce: { readonly from: IsoDate; readonly to?: IsoDate };
  /** Which date picks the version and is "asOf" for ages and params. */
  readonly applies: 'filing' | 'decision' | 'fiscalYearEnd';
  readonly facts: readonly FactDef[];
  readonly params: readonly ParamDef[];
  readonly tiers: readonly Tier[];
  /** `highest`: a ladder, the best rung counts. `all`: independent titles. */
  readonly pick: 'highest' | 'all';
  readonly awards: readonly Award[];
  readonly stacks: readonly Stack[];
  readonly pools: readonly Pool[];
  readonly untranslatable?: readonly Untranslatable[];
  /** Why a condition that sets firms apart may stand (公平竞争审查条例 art. 12), and until when; `of` names what it is about. */
  readonly fairness?: readonly { readonly of: Id; readonly reason: Text; readonly until: IsoDate }[];
}
