import type { Cell } from '@tidu/rules';
import type { SheetRow } from './sheet-rows.ts';

/** A sheet whose rows are taken page by page, so that other requests get their turn between them. */
export interface SheetPages {
  readonly headers: readonly Cell[];
  readonly size: number;
  readonly pages: () => AsyncGenerator<readonly SheetRow[]>;
}

export const ROWS_A_PAGE = 500;

export const otherRequests = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
