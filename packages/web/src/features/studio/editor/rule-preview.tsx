import type { Expr } from '@tidu/rules';
import { Component, type ReactNode } from 'react';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { ScoreView } from '../../policies/score-view.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import type { OutlineItem } from '../model/outline.ts';
import { tellRule } from '../model/part-names.ts';
import { isJson, kindOf, shapeOf } from '../model/shape-of.ts';

/** The rule as the public will read it, made by the engine from what stands in the editor now. */
export function RulePreview({ item }: { readonly item: OutlineItem }) {
  const m = useMessages(studioMessages);
  const { locale } = useLocale();
  const { doc, view } = useDraftDesk();
  if (item.path === '' || ['factDef', 'paramDef', 'untranslatable', 'fairness'].includes(item.kind)) return null;
  const score = item.kind === 'scored' ? item.object.score : item.object;
  const isScore = isJson(score) && shapeOf(kindOf(score))?.sort === 'score';
  const told =
    tellRule(doc, item.object, locale) || (isJson(item.object.when) ? tellRule(doc, item.object.when, locale) : '');
  return (
    <section className="rounded-2 border border-celadon-mid bg-celadon-wash p-3">
      <h3 className="text-caption font-medium text-celadon">{m.inWords}</h3>
      <p className="mt-1" aria-live="polite">
        {told || m.notYetTold}
      </p>
      {isScore && (
        <SoftBoundary key={`${item.path} ${view.version} ${JSON.stringify(score).length}`}>
          <Disclosure summary={m.asTables} className="mt-2">
            <ScoreView node={score as unknown as Expr} />
          </Disclosure>
        </SoftBoundary>
      )}
    </section>
  );
}

/** A rule that is still being put together may not be drawn yet; the editor beside it stays. */
class SoftBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override readonly state = { failed: false };
  static getDerivedStateFromError() {
    return { failed: true };
  }
  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
