import type { PatchOp } from '@tidu/api/studio/contract';
import type { PolicyDoc } from '@tidu/rules';
import { valueAt } from './json-path.ts';

const WORDS = /^(untranslatable\.\d+)\.text(\.|$)/;

/** Whoever accepted a clause accepted its words: with other words the acceptance lapses (原文改动，重新确认). */
export function lapseOps(doc: PolicyDoc, path: string): readonly PatchOp[] {
  const [, clause] = WORDS.exec(path) ?? [];
  const at = `${clause}.accepted`;
  return clause !== undefined && valueAt(doc, at) !== undefined ? [{ op: 'remove', path: at }] : [];
}
