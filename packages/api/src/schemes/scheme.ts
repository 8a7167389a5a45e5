import * as z from 'zod';
import { strict } from '../http/contract.ts';

export const words = strict({ 'zh-CN': z.string().min(1).max(2000), en: z.string().min(1).max(4000) });
const days = z.int().min(1).max(250);
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60);

/** A material (申报材料): a main one must be there on submission, a minor one may follow (容缺) where the office agrees. */
export const material = strict({
  id,
  label: words,
  hint: words.optional(),
  kind: z.enum(['main', 'late']),
  /** Asked for only where one of these facts was given or the firm chooses; absent means always. */
  whenFact: z.string().optional(),
  required: z.boolean(),
}).meta({ id: 'Material' });

/** Working days (工作日), each a setting of the scheme. */
export const timeLimits = strict({
  intake: days,
  correction: days,
  review: days,
  panel: days,
  ranking: days,
  decision: days,
  publicity: days,
  objection: days,
  appealWindow: days,
  appeal: days,
  /** At most this long for deferred material, and at least two days less than review and decision together. */
  deferral: z.int().min(1).max(20),
}).meta({ id: 'TimeLimits' });

/**
 * A scheme (申报事项): a policy and one of its awards and pools, with what to hand in, who looks at it and how long each step
 * takes. A published revision is never changed; cases keep the revision they were submitted under.
 */
export const schemeDocument = strict({
  id,
  label: words,
  summary: words,
  /** Who may apply, in a sentence. */
  who: words,
  policy: z.string(),
  /** Pool of the policy the money comes from; absent for a recognition without money. */
  pool: z.string().optional(),
  /** Awards of the policy that may be claimed under this scheme. */
  awards: z.array(z.string()).max(50),
  /** Tiers of the policy that are recognised under this scheme. */
  tiers: z.array(z.string()).max(50),
  window: z.discriminatedUnion('kind', [
    strict({ kind: z.literal('all-year') }),
    strict({ kind: z.literal('dates'), opensOn: z.iso.date(), closesOn: z.iso.date() }),
  ]),
  materials: z.array(material).max(60),
  /** Departments that review side by side, with what each is asked. */
  departments: z
    .array(strict({ id, question: words }))
    .min(1)
    .max(12),
  panel: strict({ isUsed: z.boolean(), experts: z.int().min(1).max(15), isBlind: z.boolean() }).optional(),
  ranks: z.boolean(),
  /** What silence of a department counts as when its time is over; never consent unless the scheme says so. */
  silence: z.enum(['recorded', 'consent']),
  limits: timeLimits,
  ifLate: words,
  contact: words,
  legalBasis: z.array(words).max(20),
  basis: z.enum(['official', 'derived', 'assumed']),
}).meta({ id: 'SchemeDocument' });

export type Words = z.infer<typeof words>;
export type SchemeDocument = z.infer<typeof schemeDocument>;
export type Material = z.infer<typeof material>;
