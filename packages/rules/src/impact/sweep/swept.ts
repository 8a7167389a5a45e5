import type { ColumnBackend } from '../../evaluate/columns/column-backend.ts';
import type { ColumnStore } from '../../evaluate/columns/column-store.ts';
import type { PolicyDoc } from '../../policy/document.ts';
import type { Dates } from '../../policy/facts.ts';

/** A figure of a policy, and the firms it is moved for. */
export interface Swept {
  readonly doc: PolicyDoc;
  readonly dates: Dates;
  readonly path: string;
  readonly store: ColumnStore;
  readonly target: ColumnBackend;
}
