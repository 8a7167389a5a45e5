import * as z from 'zod';
import { parseDay } from '../date/day.ts';
import type { Cite, IsoDate, Num, Text, Unit } from './document.ts';
import { isId, isNum } from './leaf.ts';
import type { FixKey, ProblemCode } from './problem.ts';

/** A problem found in a leaf, carried through zod as the parameters of a custom issue. */
export interface LeafProblem {
  readonly code: ProblemCode;
  readonly fix: FixKey;
  readonly at?: string;
}

const bad = (ctx: z.RefinementCtx, code: ProblemCode, fix: FixKey, at?: string): void => {
  ctx.addIssue({ code: 'custom', params: { code, fix, at } satisfies LeafProblem });
};

/** Marks the message of an unknown-key issue so that the keys the object may have can be read back. */
export const KNOWN_KEYS = 'known:';

/** An object with exactly these keys. */
export const strict = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? `${KNOWN_KEYS}${Object.keys(shape).join(',')}` : undefined),
  });

export const words = <const W extends readonly [string, ...string[]]>(all: W) => z.enum(all);

export const num: z.ZodType<Num> = z.string().superRefine((v, ctx) => {
  if (!isNum(v)) bad(ctx, 'bad-number', 'write-number');
});
export const date: z.ZodType<IsoDate> = z.string().superRefine((v, ctx) => {
  if (parseDay(v) === undefined) bad(ctx, 'bad-date', 'write-date');
});
export const id = z.string().superRefine((v, ctx) => {
  if (!isId(v)) bad(ctx, 'bad-id', 'write-id');
});
export const text: z.ZodType<Text> = z.record(z.string(), z.string()).superRefine((v, ctx) => {
  if (!Object.hasOwn(v, 'zh-CN') || v['zh-CN']?.trim() === '') bad(ctx, 'text-missing', 'add-zh', 'zh-CN');
});

/** A whole number of things within bounds. */
export const count = (min: number, max: number) => z.int().min(min).max(max);
export const whole = z.int().min(0);

const UNITS = ['CNY', 'USD', 'ratio', 'people', 'count', 'points', 'days', 'months', 'years', 'none'] as const;
export const unit: z.ZodType<Unit> = words(UNITS);

export const cite: z.ZodType<Cite> = strict({
  doc: z.string().min(1),
  clause: z.string().optional(),
  quote: z.string().optional(),
  url: z.string().optional(),
  basis: words(['official', 'derived', 'assumed']),
  why: text.optional(),
}).superRefine((v, ctx) => {
  if (v.basis === 'assumed' && v.why === undefined) bad(ctx, 'cite-without-why', 'add-why', 'why');
});
export const citeList = z.array(cite);
