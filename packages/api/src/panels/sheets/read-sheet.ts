import { and, asc, desc, eq } from 'drizzle-orm';
import type { Reader } from '../../db/open-database.ts';
import type { Sheet, SheetDocument } from '../contract.ts';
import { scoringSheets } from '../table.ts';
import { SHIPPED_SHEETS } from './shipped-sheets.ts';

const shipped = (id: string): Sheet | undefined => {
  const document = SHIPPED_SHEETS[id];
  return document && { id, version: 0, status: 'published', isShipped: true, document };
};

const stored = ({ id, version, status, document }: typeof scoringSheets.$inferSelect): Sheet => ({
  id,
  version,
  status,
  isShipped: false,
  document: JSON.parse(document) as SheetDocument,
});

/** One version of a sheet; version 0 is the one that comes with the program. */
export async function readSheet(db: Reader, id: string, version: number): Promise<Sheet | undefined> {
  if (version === 0) return shipped(id);
  const [row] = await db
    .select()
    .from(scoringSheets)
    .where(and(eq(scoringSheets.id, id), eq(scoringSheets.version, version)));
  return row && stored(row);
}

export const listSheetRows = (db: Reader) =>
  db.select().from(scoringSheets).orderBy(asc(scoringSheets.id), desc(scoringSheets.version));

export async function listSheets(db: Reader): Promise<readonly Sheet[]> {
  const rows = await listSheetRows(db);
  return [...rows.map(stored), ...Object.keys(SHIPPED_SHEETS).flatMap((id) => shipped(id) ?? [])];
}

/** What a panel of a scheme begins with: the office's last published sheet for it, else the shipped one. */
export const sheetForScheme = async (db: Reader, schemeId: string): Promise<Sheet> =>
  chooseSheet(await listSheets(db), schemeId);

/** Of all sheets, the last version of a name before the ones before it. */
export function chooseSheet(sheets: readonly Sheet[], schemeId: string): Sheet {
  const all = sheets.filter(({ status }) => status === 'published');
  const found = all.find(({ id }) => id === schemeId) ?? all.find(({ id }) => id === 'general');
  if (!found) throw new Error('the general scoring sheet is gone');
  return found;
}
