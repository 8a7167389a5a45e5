import { ENGINE_VERSION, hashOf } from '@tidu/rules';
import type { PersonalAct } from '../audit/act.ts';
import { newId } from '../db/new-id.ts';
import type { Transaction } from '../db/open-database.ts';
import type { DecisionBasis } from './basis/read-basis.ts';
import { type DecisionRow, lastSeq } from './queries.ts';
import { type DecisionKind, decisions } from './table.ts';

export interface Decided {
  readonly kind: DecisionKind;
  readonly amountFen: number | null;
  readonly deviationReason?: string | undefined;
  readonly reason: string;
  readonly clause?: string | undefined;
  readonly feedback?: string | undefined;
  readonly ledgerEntryId?: string | undefined;
  readonly allocationId?: string | undefined;
}

/** Writes down a decision with all it rested on (决定留存), under one digest. */
export async function recordDecision(
  tx: Transaction,
  act: Omit<PersonalAct, 'database'>,
  basis: DecisionBasis,
  decided: Decided,
): Promise<DecisionRow> {
  const { row, scheme, submission, version, receipt, tree, overruling, suggested, unmet } = basis;
  const content = {
    id: newId(),
    applicationId: row.id,
    seq: (await lastSeq(tx, row.id)) + 1,
    kind: decided.kind,
    submissionId: submission.id,
    policyId: version.doc.id,
    policyVersion: version.doc.version,
    policyInForceFrom: version.doc.inForce.from,
    policyHash: version.hash,
    schemeId: scheme.id,
    schemeRevision: scheme.revision,
    schemeHash: scheme.hash,
    engineVersion: ENGINE_VERSION,
    receipt: JSON.stringify(receipt),
    receiptNumber: receipt.number,
    explanation: JSON.stringify(tree),
    sources: sourcesIn(submission.content),
    overrides: JSON.stringify(overruling.overrides),
    unmet: JSON.stringify(unmet),
    suggestedFen: suggested.suggestedFen,
    ceilingFen: suggested.ceilingFen,
    amountFen: decided.amountFen,
    deviationReason: decided.deviationReason ?? null,
    reason: decided.reason,
    clause: decided.clause ?? null,
    feedback: decided.feedback ?? null,
    ledgerEntryId: decided.ledgerEntryId ?? null,
    allocationId: decided.allocationId ?? null,
    decidedAt: act.now.toISOString(),
    decidedBy: act.actor.userId,
    decidedByName: act.actor.name,
    algorithm: 'SHA-256',
  };
  const decision = { ...content, digest: hashOf(content) };
  await tx.insert(decisions).values(decision);
  return decision;
}

/** Where each figure came from, as it was handed in. */
function sourcesIn(content: string): string {
  const { sources = {} } = JSON.parse(content) as { sources?: unknown };
  return JSON.stringify(sources);
}
