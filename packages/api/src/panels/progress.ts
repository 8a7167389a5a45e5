import type { DeclarationRow, PanelCaseRow, PanelRecord, ScoreRow } from './queries.ts';

/** What an expert has said, or the system found, about a case. */
export const declarationOn = (
  { declarations }: PanelRecord,
  applicationId: string,
  userId: string,
): DeclarationRow | undefined =>
  declarations.find((each) => each.applicationId === applicationId && each.userId === userId);

export const hasConflict = (record: PanelRecord, applicationId: string, userId: string): boolean =>
  declarationOn(record, applicationId, userId)?.hasConflict ?? false;

export const scoreOf = (
  { scores }: PanelRecord,
  { applicationId, round }: Pick<PanelCaseRow, 'applicationId' | 'round'>,
  userId: string,
): ScoreRow | undefined =>
  scores.find((each) => each.applicationId === applicationId && each.round === round && each.userId === userId);

export const isHandedIn = (score: ScoreRow | undefined): score is ScoreRow & { handedInAt: string; total: number } =>
  score !== undefined && score.handedInAt !== null && score.total !== null;

/** Experts who are to score a case: all that have no conflict in it. */
export const scorersOf = (record: PanelRecord, applicationId: string): readonly string[] =>
  record.experts.map(({ userId }) => userId).filter((userId) => !hasConflict(record, applicationId, userId));

export function progressOn(record: PanelRecord, each: PanelCaseRow): { handedIn: number; needed: number } {
  const scorers = scorersOf(record, each.applicationId);
  const handedIn = scorers.filter((userId) => isHandedIn(scoreOf(record, each, userId))).length;
  return { handedIn, needed: Math.max(scorers.length, record.panel.expertsNeeded) };
}

/** Whether nothing more is to come in this round: everyone has scored, and each case has as many scores as it needs. */
export const isComplete = (record: PanelRecord, active: (applicationId: string) => boolean): boolean => {
  const open = record.cases.filter((each) => each.round === record.panel.round && active(each.applicationId));
  return open.length > 0 && open.every((each) => progressOn(record, each).handedIn >= progressOn(record, each).needed);
};

/** The last round whose scores may be seen. INVARIANT (sealed): nobody sees another's score before its round is unsealed. */
export const isUnsealed = ({ rounds }: PanelRecord, round: number): boolean =>
  rounds.some((each) => each.round === round && each.unsealedAt !== null);
