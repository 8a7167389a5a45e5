import type { Submission as Row } from '../read-case.ts';
import type { Submission } from './contract.ts';

/** A submission as it was frozen; what is stored is read back and nothing is computed anew. */
export const describeSubmission = (row: Row, number: string): Submission => ({
  id: row.id,
  round: row.round,
  number,
  submittedAt: row.submittedAt,
  certifierName: row.certifierName,
  receiptNumber: row.receiptNumber,
  policyId: row.policyId,
  policyInForceFrom: row.policyInForceFrom,
  policyHash: row.policyHash,
  schemeRevision: row.schemeRevision,
  engineVersion: row.engineVersion,
  algorithm: row.algorithm,
  digest: row.digest,
  content: JSON.parse(row.content) as Submission['content'],
  facts: JSON.parse(row.facts) as Submission['facts'],
  dates: JSON.parse(row.dates) as Submission['dates'],
  decision: JSON.parse(row.decision) as Submission['decision'],
  explanation: JSON.parse(row.explanation) as Submission['explanation'],
  receipt: JSON.parse(row.receipt) as Submission['receipt'],
});
