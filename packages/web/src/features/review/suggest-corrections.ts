import type { CaseView } from '@tidu/api/review/cases/contract';
import type { reviewMessages } from '../../messages/review-messages.ts';

export interface CorrectionDraft {
  readonly subject: string;
  readonly problem: string;
  readonly howToFix: string;
  readonly lateReason: string;
}

type Words = (typeof reviewMessages)['zh-CN']['returning'];

/**
 * What the system can see is missing: required main materials without a file, and figures that decide and are proven by
 * nothing.
 */
export function suggestCorrections(
  view: CaseView,
  m: Words,
  text: (words: Readonly<Record<string, string>>) => string,
): readonly CorrectionDraft[] {
  const handedIn = new Set(
    view.submission.materials.flatMap(({ materialId, files }) => (files.length > 0 ? [materialId] : [])),
  );
  const promised = new Set(view.deferrals.map(({ materialId }) => materialId));
  const missing = view.scheme.materials
    .filter(({ id, required, isAsked }) => required && isAsked && !handedIn.has(id) && !promised.has(id))
    .map(({ id, label }) => ({
      subject: `material:${id}`,
      problem: m.missing(text(label)),
      howToFix: m.missingFix(text(label)),
      lateReason: '',
    }));
  const seen = new Set<string>();
  const unproven = view.figures
    .filter(({ source, evidence, unit, fact }) => {
      const isFirst = !seen.has(fact);
      seen.add(fact);
      return isFirst && source === 'declared' && evidence.length === 0 && unit !== null;
    })
    .map(({ fact, label }) => ({
      subject: `fact:${fact}`,
      problem: m.unproven(text(label)),
      howToFix: m.unprovenFix,
      lateReason: '',
    }));
  return [...missing, ...unproven];
}
