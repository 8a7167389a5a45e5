import { yuanTextOr } from '../money-text.ts';
import type { DecisionView, LetterView } from './contract.ts';
import type { LetterContent } from './letters/letter-content.ts';
import type { AppealRow, DecisionRow, LetterRow } from './queries.ts';

/** A decision as it goes out, without the facts and the tree. */
export const describeDecision = (row: DecisionRow): DecisionView => ({
  id: row.id,
  seq: row.seq,
  kind: row.kind,
  amount: yuanTextOr(row.amountFen),
  suggested: yuanTextOr(row.suggestedFen),
  ceiling: yuanTextOr(row.ceilingFen),
  deviationReason: row.deviationReason,
  reason: row.reason,
  clause: row.clause,
  feedback: row.feedback,
  unmet: JSON.parse(row.unmet) as DecisionView['unmet'],
  overrides: JSON.parse(row.overrides) as DecisionView['overrides'],
  policy: { id: row.policyId, version: row.policyVersion, inForceFrom: row.policyInForceFrom, hash: row.policyHash },
  scheme: { id: row.schemeId, revision: row.schemeRevision, hash: row.schemeHash },
  engine: row.engineVersion,
  receiptNumber: row.receiptNumber,
  decidedAt: row.decidedAt,
  decidedBy: row.decidedByName,
  digest: row.digest,
});

export const describeLetter = ({ id, number, kind, content, issuedAt }: LetterRow): LetterView => ({
  id,
  number,
  kind,
  title: (JSON.parse(content) as LetterContent).title,
  issuedAt,
});

export const describeAppeal = ({ reason, fileIds, filedAt, filedByName }: AppealRow) => ({
  reason,
  fileIds: JSON.parse(fileIds) as string[],
  filedAt,
  filedBy: filedByName,
});
