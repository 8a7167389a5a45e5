import type { PolicyDoc } from '@tidu/rules';
import type { ApplicationRow } from '../applications/queries.ts';
import { readContent, type SubmittedParts } from '../review/read-content.ts';
import { ALIKE, costOverlap, likeness } from './likeness.ts';
import type { FINDING_KINDS } from './table.ts';

export interface Found {
  readonly kind: (typeof FINDING_KINDS)[number];
  readonly fingerprint: string;
  readonly otherId?: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Claimed {
  readonly row: ApplicationRow;
  readonly content: SubmittedParts;
  readonly policyId: string;
}

export const claimed = (row: ApplicationRow, submission: { content: string; policyId: string }): Claimed => ({
  row,
  content: readContent(submission.content),
  policyId: submission.policyId,
});

/** Half of the cost items agree: with a name that is only near, it is likely the same project. */
const MUCH = 0.5;
const NEAR = 0.4;
/** Nearly all cost items agree, whatever the project is called. */
const NEARLY_ALL = 0.8;

/** The same project in two cases of a firm, whatever the scheme and the year (同一项目重复申报). */
export function sameProject(mine: Claimed, other: Claimed): Found | undefined {
  const like = likeness(mine.row.projectName, other.row.projectName);
  const costs = costOverlap(mine.content.costItems, other.content.costItems);
  const fewest = Math.min(mine.content.costItems.length, other.content.costItems.length);
  const isSame = like >= ALIKE || (like >= NEAR && costs >= MUCH) || (fewest > 1 && costs >= NEARLY_ALL);
  if (!isSame) return undefined;
  return {
    kind: 'same-project',
    fingerprint: `same-project:${other.row.id}`,
    otherId: other.row.id,
    details: {
      likeness: round(like),
      costs: round(costs),
      project: other.row.projectName,
      number: other.row.number,
      schemeId: other.row.schemeId,
      year: other.row.poolYear,
      state: other.row.state,
      amountFen: other.row.amountFen ?? other.row.claimFen,
    },
  };
}

/** Public money from elsewhere that the firm declares here, or declared for a project of this name in another case. */
export function declaredElsewhere(mine: Claimed, others: readonly Claimed[]): readonly Found[] {
  const own = mine.content.otherFunding.map((line) => ({ line, from: mine }));
  const theirs = others.flatMap((from) =>
    from.content.otherFunding
      .filter(({ project }) => likeness(project, mine.row.projectName) >= ALIKE)
      .map((line) => ({ line, from })),
  );
  return [...own, ...theirs].map(({ line, from }) => ({
    kind: 'declared-elsewhere',
    fingerprint: `declared-elsewhere:${line.source}|${line.project}|${line.year ?? ''}|${line.level ?? ''}`,
    ...(from === mine ? {} : { otherId: from.row.id }),
    details: { ...line, likeness: round(likeness(line.project, mine.row.projectName)) },
  }));
}

/** Awards of which only one is paid for a matter (就高不重复、一企一策), claimed in another case of the same year. */
export function sameStack(mine: Claimed, other: Claimed, doc: PolicyDoc | undefined): readonly Found[] {
  if (mine.policyId !== other.policyId || mine.row.poolYear !== other.row.poolYear) return [];
  const stacks = (doc?.stacks ?? []).map(({ id, label, awards }) => ({ id, label, awards }));
  const alone = mine.content.awards.filter((award) => !stacks.some(({ awards }) => awards.includes(award)));
  const groups = [...stacks, ...alone.map((award) => ({ id: award, label: undefined, awards: [award] }))];
  return groups.flatMap(({ id, label, awards }): Found[] => {
    const here = mine.content.awards.filter((award) => awards.includes(award));
    const there = other.content.awards.filter((award) => awards.includes(award));
    if (here.length === 0 || there.length === 0) return [];
    return [
      {
        kind: 'same-stack',
        fingerprint: `same-stack:${other.row.id}:${id}`,
        otherId: other.row.id,
        details: {
          stack: id,
          label,
          here,
          there,
          number: other.row.number,
          year: other.row.poolYear,
          state: other.row.state,
          amountFen: other.row.amountFen ?? other.row.claimFen,
        },
      },
    ];
  });
}

const round = (part: number): number => Math.round(part * 100) / 100;
