import {
  type ExplainNode,
  type Facts,
  markOverruled,
  overrulePolicy,
  type PolicyDoc,
  type Range,
  sentenceOf,
} from '@tidu/rules';
import type { ApplicationRow, SubmissionRow } from '../../applications/queries.ts';
import type { Reader } from '../../db/open-database.ts';
import { findNode } from '../../review/overrides/find-node.ts';
import { markOf, overrulingOf, readOverridesInForce } from '../../review/overrides/read-overrides.ts';
import type { Override } from '../../review/queries.ts';

/** A criterion that a reviewer decided otherwise than it was computed; both stand in the decision, and in words. */
export interface ConsideredOverride {
  readonly path: string;
  readonly text: { readonly 'zh-CN': string; readonly en: string };
  readonly computed: string | null;
  readonly computedPoints: Range | null;
  readonly verdict: 'yes' | 'no' | null;
  readonly points: string | null;
  readonly reason: string;
  readonly by: string;
}

/** The policy and facts to decide with, once the overrides of a case are taken in. */
export interface OverruledBasis {
  readonly doc: PolicyDoc;
  readonly facts: Facts;
  readonly overrides: readonly ConsideredOverride[];
  /** Names what was overruled where it stands in a tree. */
  readonly mark: (tree: ExplainNode) => ExplainNode;
}

export async function readOverruling(
  db: Reader,
  row: ApplicationRow,
  doc: PolicyDoc,
  submission: SubmissionRow,
): Promise<OverruledBasis> {
  const inForce = await readOverridesInForce(db, row);
  const computed = JSON.parse(submission.explanation) as ExplainNode;
  const marks = inForce.map(markOf);
  return {
    ...overrulePolicy(doc, JSON.parse(submission.facts) as Facts, inForce.map(overrulingOf)),
    overrides: inForce.map((each) => considered(each, doc, findNode(computed, each.path))),
    mark: (tree) => markOverruled(tree, marks),
  };
}

function considered(row: Override, doc: PolicyDoc, node: ExplainNode | undefined): ConsideredOverride {
  const { path, verdict, points, reason, madeByName } = row;
  const { path: _path, ...overruled } = markOf(row);
  const told: ExplainNode | undefined = node && {
    ...node,
    ...(verdict === null ? {} : { verdict }),
    ...(points === null ? {} : { points: { lo: points, hi: points } }),
    overruled,
  };
  const wordsIn = (locale: 'zh-CN' | 'en') => (told ? sentenceOf(told, doc, locale) : path);
  return {
    path,
    text: { 'zh-CN': wordsIn('zh-CN'), en: wordsIn('en') },
    computed: overruled.computed.verdict ?? null,
    computedPoints: overruled.computed.points ?? null,
    verdict,
    points,
    reason,
    by: madeByName,
  };
}
