import { ApiError } from '../../http/api-error.ts';
import type { DraftDocument } from '../contract.ts';

const MOST_DEEP = 120;

/** Nothing of a text is lost, but what is nested without end is no text: it would only exhaust the server. */
export function refuseUnsound(document: DraftDocument): void {
  if (depthOf(document) > MOST_DEEP) throw new ApiError(422, 'studio.too-deep', { args: { most: String(MOST_DEEP) } });
}

function depthOf(root: unknown): number {
  let depth = 0;
  for (let level: readonly unknown[] = [root]; level.length > 0 && depth <= MOST_DEEP; depth++)
    level = level.flatMap((x) => (typeof x === 'object' && x !== null ? Object.values(x) : []));
  return depth;
}
