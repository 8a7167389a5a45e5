import {
  canonicalJson,
  evaluateReference,
  hashOf,
  makeReceipt,
  overruledDoc,
  type PolicyDoc,
  type Receipt,
  replay,
} from '@tidu/rules';
import type { Reader } from '../db/open-database.ts';
import { listVersions } from '../policies/queries.ts';
import type { ReplayResult } from './contract.ts';
import type { DecisionRow } from './queries.ts';

/**
 * Decides a case again from what was kept (复算). INVARIANT (replay-same-bytes): the receipt that comes out is, byte for
 * byte, the one that was kept, and the record still has its digest.
 */
export async function replayDecision(db: Reader, row: DecisionRow): Promise<ReplayResult> {
  const { digest, ...content } = row;
  const receipt = JSON.parse(row.receipt) as Receipt;
  const stored = (await listVersions(db)).find(({ hash }) => hash === row.policyHash)?.doc;
  const doc = stored && overruledDoc(stored, receipt.facts);
  const { same, got, differences } = replay(receipt, stored ? [stored] : [], evaluateReference);
  const digestNow = hashOf(content);
  const again = got && doc ? receiptAgain(doc, receipt, got) : '';
  const isIntact = digestNow === digest && again === canonicalJson(receipt);
  return { same: same && isIntact, digest: digestNow, receipt: again, differences: [...differences] };
}

const receiptAgain = (doc: PolicyDoc, { facts, dates, engine }: Receipt, decision: Receipt['decision']): string =>
  canonicalJson(makeReceipt({ doc, facts, dates, decision, engineVersion: engine }));
