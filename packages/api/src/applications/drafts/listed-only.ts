import { canonicalJson } from '@tidu/rules';
import { splitKey } from '../../firms/facts/fact-key.ts';
import { type Detail, refuseAll } from '../../http/api-error.ts';
import { message } from '../../messages/say.ts';
import type { DraftContent } from './contract.ts';

/** Parts that a general point of the list may be about. */
const GENERAL = ['projectName', 'claim', 'awards', 'otherFunding', 'costItems', 'notes'] as const;

/** Subjects still to be corrected, as the list names them: `material:<id>`, `fact:<id>`, `general`. */
export type Subjects = readonly string[];

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/**
 * Refuses every change beyond the list of corrections (只改清单内的). INVARIANT (only-what-is-listed): what was not
 * returned goes back into the office word for word.
 */
export function requireListedOnly(before: DraftContent, after: DraftContent, subjects: Subjects): void {
  const stray = (path: string): Detail => ({
    path: `content.${path}`,
    message: message('api.detail.not-listed'),
    fix: message('api.fix.not-listed'),
  });
  const isGeneral = subjects.includes('general');
  const materials = [...new Set([...Object.keys(before.materials), ...Object.keys(after.materials)])];
  const proven = [...new Set([...Object.keys(before.evidence), ...Object.keys(after.evidence)])];
  const promised = [...new Set([...before.deferrals, ...after.deferrals])];
  const problems = [
    ...GENERAL.filter((part) => !isGeneral && !isSame(before[part], after[part])).map(stray),
    ...materials
      .filter((id) => !subjects.includes(`material:${id}`) && !isSame(before.materials[id], after.materials[id]))
      .map((id) => stray(`materials.${id}`)),
    ...proven
      .filter((key) => !subjects.includes(`fact:${splitKey(key).factId}`))
      .filter((key) => !isSame(before.evidence[key], after.evidence[key]))
      .map((key) => stray(`evidence.${key}`)),
    ...promised
      .filter((id) => !subjects.includes(`material:${id}`))
      .filter((id) => before.deferrals.includes(id) !== after.deferrals.includes(id))
      .map((id) => stray(`deferrals.${id}`)),
    ...Object.keys(after.facts)
      .filter((id) => !subjects.includes(`fact:${id}`))
      .map((id) => stray(`facts.${id}`)),
  ];
  if (problems.length > 0) throw refuseAll('not-listed', problems);
}
