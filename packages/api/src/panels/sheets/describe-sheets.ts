import type { Reader } from '../../db/open-database.ts';
import { type Actor, hasStaffRole } from '../../identity/actor.ts';
import { namePeople } from '../../identity/name-people.ts';
import { listLatestSchemes } from '../../schemes/queries.ts';
import type { Sheet, SheetList } from '../contract.ts';
import { listPanels } from '../queries.ts';
import { chooseSheet, listSheetRows, listSheets } from './read-sheet.ts';

/** Every version of every sheet with who wrote it, which schemes take it for their panels, and which panels keep it. */
export async function describeSheets(db: Reader, actor: Actor): Promise<SheetList> {
  const sheets = await listSheets(db);
  const rows = await listSheetRows(db);
  const names = await namePeople(
    db,
    rows.flatMap(({ savedBy, publishedBy }) => [savedBy, publishedBy ?? savedBy]),
  );
  const schemes = (await listLatestSchemes(db)).filter(({ document }) => document.panel?.isUsed);
  const panels = await listPanels(db);
  const isApprover = hasStaffRole(actor, ['policy-approver']);
  const rowOf = ({ id, version }: Sheet) => rows.find((row) => row.id === id && row.version === version);
  return {
    sheets: sheets.map((sheet) => {
      const row = rowOf(sheet);
      const isThis = ({ id, version }: { readonly id: string; readonly version: number }) =>
        id === sheet.id && version === sheet.version;
      return {
        ...sheet,
        saved: row ? { at: row.savedAt, by: names.get(row.savedBy) ?? '' } : null,
        published: row?.publishedAt ? { at: row.publishedAt, by: names.get(row.publishedBy ?? '') ?? '' } : null,
        schemes: schemes.flatMap(({ id, document }) => (isThis(chooseSheet(sheets, id)) ? [document.label] : [])),
        panels: panels
          .filter((each) => isThis({ id: each.sheetId, version: each.sheetVersion }))
          .map(({ id, label, status }) => ({ id, label, status })),
        mayPublish: isApprover && sheet.status === 'draft' && row?.savedBy !== actor.userId,
      };
    }),
    mayEdit: hasStaffRole(actor, ['policy-editor']),
  };
}
