import type { Claim, Decision, Facts, PolicyDoc, Pool } from '@tidu/rules';
import type { ApplicationRow, SubmissionRow } from '../applications/queries.ts';
import { suggestedAmount } from '../decisions/basis/suggested-amount.ts';
import { yuanText } from '../money-text.ts';
import type { SchemeDocument } from '../schemes/scheme.ts';

/** After the keys of the pool, the earlier submission goes first; then the id decides, and that is reported. */
export const SUBMITTED = { by: 'submittedAt', dir: 'asc' } as const;

export interface RankingCase {
  readonly row: ApplicationRow;
  readonly submission: SubmissionRow;
  readonly scheme: SchemeDocument;
  /** With the overrides of reviewers where there are any. */
  readonly decision: Decision;
  /** What was found to be paid elsewhere, in 分. */
  readonly deductFen: number;
  /** What is reserved for it already, and where: it was placed before. */
  readonly reservedFen: number;
  readonly poolId: string | undefined;
}

/** A case as a claim on the pool: what the rules come to and never more than was claimed, with what it is ranked by. */
export function claimOf(
  { row, submission, scheme, decision, deductFen }: RankingCase,
  doc: PolicyDoc,
  root: Pool,
): Claim {
  const facts = JSON.parse(submission.facts) as Facts;
  const { suggestedFen } = suggestedAmount({ ...scheme, ranks: false }, decision, row, deductFen);
  return {
    id: row.id,
    want: yuanText(suggestedFen ?? 0),
    keys: { ...keysOf(root, doc, facts, row, scheme), submittedAt: row.submittedAt ?? '' },
    ...(scheme.pool === undefined || scheme.pool === root.id ? {} : { sub: scheme.pool }),
  };
}

/** Figures as they were handed in; the points an expert panel gives come from the panel, whatever the firm wrote. */
function keysOf(
  pool: Pool,
  doc: PolicyDoc,
  facts: Facts,
  { panelScore }: ApplicationRow,
  { panel }: SchemeDocument,
): Record<string, string> {
  const names = new Set([pool, ...(pool.sub ?? [])].flatMap(({ order }) => order.map(({ by }) => by)));
  const entries = [...names].flatMap((by) => {
    const isPoints = doc.facts.find(({ id }) => id === by)?.unit === 'points';
    if (isPoints && panel?.isUsed) return panelScore === null ? [] : [[by, yuanText(panelScore)]];
    const fact = facts[by];
    return fact && 'known' in fact && typeof fact.known === 'string' ? [[by, fact.known]] : [];
  });
  return Object.fromEntries(entries);
}
