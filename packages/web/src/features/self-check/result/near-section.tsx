import { baseYear, type ExplainNode, sentenceOf } from '@tidu/rules';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useLocale, useMessages, useText } from '../../../messages/use-messages.tsx';
import { NearIcon } from '../../../shared/ui/icons.tsx';
import { type NearMiss, nearMissesOf } from '../model/near-misses.ts';
import type { Explained } from '../model/use-explanations.ts';

/** Criteria missed by a hair, each with what would close the gap. */
export function NearSection({ policies }: { readonly policies: readonly Explained[] }) {
  const m = useMessages(selfCheckResultMessages);
  const text = useText();
  const { locale } = useLocale();
  const near = nearMissesOf(policies);
  if (near.length === 0) return null;
  const say = ({ doc, node }: NearMiss): string => {
    const year = policies.find((p) => p.doc === doc);
    return sentenceOf(node, doc, locale, year && baseYear(year.dates));
  };
  return (
    <section aria-labelledby="near">
      <h2 id="near" className="text-h2">
        {m.near}
      </h2>
      <p className="mt-1 text-ink-2">{m.nearLead}</p>
      <ul className="mt-4 space-y-3">
        {near.map((each) => (
          <li
            key={`${each.doc.id} ${each.node.path}`}
            className="flex gap-3 rounded-2 border border-amber-glaze bg-amber-soft px-4 py-3"
          >
            <NearIcon className="mt-1 size-5 text-amber" />
            <div className="min-w-0">
              <p className="text-small text-ink-2">
                {[text(each.doc.label), labelOf(each.tier)]
                  .filter((part, i, all) => part && all.indexOf(part) === i)
                  .join(' · ')}
              </p>
              <p>{say(each)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );

  function labelOf(tier: ExplainNode): string {
    return text(tier.label);
  }
}
