import { canonicalJson } from '@tidu/rules';
import type { Correction, Submission } from '../../applications/read-case.ts';
import { readContent } from '../read-content.ts';

/**
 * Tells whether a point could have been raised the first time already. It could not where there was no first time, where
 * it was raised and is still open, or where the firm has changed just that since.
 */
export function visibleBefore(
  earlier: readonly Correction[],
  submissions: readonly Submission[],
): (subject: string) => boolean {
  const [latest, first] = [submissions[0], submissions.at(-1)];
  if (earlier.length === 0 || !latest || !first || latest === first) return () => false;
  const raised = new Set(earlier.map(({ subject }) => subject));
  return (subject) => {
    if (subject !== 'general' && raised.has(subject)) return false;
    return matterOf(first, subject) === matterOf(latest, subject);
  };
}

/** What the submission says on a subject, to be compared. */
function matterOf(submission: Submission, subject: string): string {
  const [kind, id = ''] = subject.split(':');
  if (kind === 'fact') return canonicalJson((JSON.parse(submission.facts) as Record<string, unknown>)[id] ?? null);
  if (kind === 'material')
    return canonicalJson(readContent(submission.content).materials.find((each) => each.materialId === id)?.files ?? []);
  return '';
}
