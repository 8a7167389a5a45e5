import { baseYear, type ExplainNode, sentenceOf } from '@tidu/rules';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import type { Explained } from '../model/use-explanations.ts';

/** Vetoes that hold rule a firm out whatever else it has: said at the top, once each. */
export function VetoNote({ policy }: { readonly policy: Explained }) {
  const m = useMessages(selfCheckResultMessages);
  const { locale } = useLocale();
  const { doc, dates, explanation } = policy;
  const held = explanation.tree.kids.flatMap((tier) =>
    tier.kids.filter((kid) => kid.kind === 'veto' && kid.verdict === 'no'),
  );
  if (held.length === 0) return null;
  const say = (node: ExplainNode): string => sentenceOf(node, doc, locale, baseYear(dates));
  return (
    <div className="mt-4">
      <Notice tone="error" title={m.vetoed}>
        <ul className="list-disc pl-5">
          {[...new Set(held.map(say))].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
