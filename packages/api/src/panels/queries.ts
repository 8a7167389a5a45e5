import { and, asc, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Reader } from '../db/open-database.ts';
import {
  expertProfiles,
  panelCases,
  panelDeclarations,
  panelExperts,
  panelRounds,
  panelScores,
  panels,
} from './table.ts';

export type PanelRow = typeof panels.$inferSelect;
export type PanelCaseRow = typeof panelCases.$inferSelect;
export type PanelExpertRow = typeof panelExperts.$inferSelect;
export type DeclarationRow = typeof panelDeclarations.$inferSelect;
export type RoundRow = typeof panelRounds.$inferSelect;
export type ScoreRow = typeof panelScores.$inferSelect;

/** A panel with all that hangs on it. Scores of a sealed round are in it: what goes out is picked in one place. */
export interface PanelRecord {
  readonly panel: PanelRow;
  readonly cases: readonly PanelCaseRow[];
  readonly experts: readonly PanelExpertRow[];
  readonly declarations: readonly DeclarationRow[];
  readonly rounds: readonly RoundRow[];
  readonly scores: readonly ScoreRow[];
}

export async function readPanel(db: Reader, id: string): Promise<PanelRecord | undefined> {
  const [panel] = await db.select().from(panels).where(eq(panels.id, id));
  if (!panel) return undefined;
  return {
    panel,
    cases: await db.select().from(panelCases).where(eq(panelCases.panelId, id)).orderBy(asc(panelCases.applicationId)),
    experts: await db
      .select()
      .from(panelExperts)
      .where(eq(panelExperts.panelId, id))
      .orderBy(asc(panelExperts.assignedAt), asc(panelExperts.userId)),
    declarations: await db.select().from(panelDeclarations).where(eq(panelDeclarations.panelId, id)),
    rounds: await db.select().from(panelRounds).where(eq(panelRounds.panelId, id)).orderBy(asc(panelRounds.round)),
    scores: await db.select().from(panelScores).where(eq(panelScores.panelId, id)),
  };
}

export const listPanels = (db: Reader): Promise<PanelRow[]> =>
  db.select().from(panels).orderBy(desc(panels.id)).limit(200);

export const panelIdsOfExpert = async (db: Reader, userId: string): Promise<readonly string[]> =>
  (await db.select({ id: panelExperts.panelId }).from(panelExperts).where(eq(panelExperts.userId, userId))).map(
    ({ id }) => id,
  );

export const panelIdsOfCase = async (db: Reader, applicationId: string): Promise<readonly string[]> =>
  (await db.select({ id: panelCases.panelId }).from(panelCases).where(eq(panelCases.applicationId, applicationId))).map(
    ({ id }) => id,
  );

/** Those of the cases that are before a panel which is not closed. */
export const casesBeforePanels = async (db: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: panelCases.applicationId })
    .from(panelCases)
    .innerJoin(panels, eq(panels.id, panelCases.panelId))
    .where(and(inArray(panelCases.applicationId, [...ids]), ne(panels.status, 'closed')));
  return new Set(rows.map(({ id }) => id));
};

export async function profilesOf(db: Reader, userIds: readonly string[]) {
  const rows =
    userIds.length === 0
      ? []
      : await db
          .select()
          .from(expertProfiles)
          .where(inArray(expertProfiles.userId, [...userIds]));
  return new Map(rows.map((row) => [row.userId, row]));
}
