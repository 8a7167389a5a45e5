import type { Decision } from '../evaluate/decision.ts';
import type { Id, IsoDate, PolicyDoc } from '../policy/document.ts';
import type { Dates, Facts } from '../policy/facts.ts';
import { canonicalJson } from './canonical-json.ts';
import { receiptNumber } from './receipt-number.ts';
import { sha256 } from './sha256.ts';

/** `sha256:` and 64 hex digits. */
export type Hash = string;

/** What was decided, on what, under which policy, by which engine (凭证): enough to decide it again. */
export interface Receipt {
  readonly algorithm: 'SHA-256';
  readonly engine: string;
  readonly policy: Id;
  readonly version: string;
  /** First day of validity of the version, which names its file. */
  readonly inForceFrom: IsoDate;
  readonly policyHash: Hash;
  readonly factsHash: Hash;
  readonly dates: Dates;
  readonly facts: Facts;
  readonly decision: Decision;
  /** Hash of all of the above. */
  readonly hash: Hash;
  /** Short number for people. */
  readonly number: string;
}

export interface ReceiptInput {
  readonly doc: PolicyDoc;
  readonly facts: Facts;
  readonly dates: Dates;
  readonly decision: Decision;
  readonly engineVersion: string;
  /** `hashOf(doc)` where it is known already: hashing a policy once for many firms. */
  readonly policyHash?: Hash;
}

/** Hash of a value's canonical JSON: the same for the same content, whatever the order of keys. */
export const hashOf = (value: unknown): Hash => `sha256:${sha256(canonicalJson(value))}`;

/**
 * Makes the receipt (凭证) of one decision. Same inputs give the same bytes.
 * Throws TypeError where the inputs are not plain JSON.
 *
 * @example makeReceipt({ doc, facts, dates, decision, engineVersion: ENGINE_VERSION }).number // 'TD-2026-…'
 */
export function makeReceipt({ doc, facts, dates, decision, engineVersion, policyHash }: ReceiptInput): Receipt {
  const body = {
    algorithm: 'SHA-256',
    engine: engineVersion,
    policy: doc.id,
    version: doc.version,
    inForceFrom: doc.inForce.from,
    policyHash: policyHash ?? hashOf(doc),
    factsHash: hashOf(facts),
    dates,
    facts,
    decision,
  } as const;
  const hash = hashOf(body);
  return { ...body, hash, number: receiptNumber(dates.decision, hash) };
}

/** The parts of a receipt that its `hash` is made of. */
export function sealedPart(receipt: Receipt): Omit<Receipt, 'hash' | 'number'> {
  const { hash: _hash, number: _number, ...rest } = receipt;
  return rest;
}
