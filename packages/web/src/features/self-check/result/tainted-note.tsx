import type { Id, PolicyDoc } from '@tidu/rules';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';

/** Clauses that could not be written as rules and that nobody has accepted: said wherever they touch the result. */
export function TaintedNote({ doc, tier }: { readonly doc: PolicyDoc; readonly tier: Id }) {
  const m = useMessages(selfCheckResultMessages);
  const text = useText();
  const clauses = (doc.untranslatable ?? []).filter((each) => !each.accepted && each.taints.includes(tier));
  if (clauses.length === 0) return null;
  return (
    <Notice tone="open">
      <p className="text-small">{m.tainted}</p>
      <ul className="mt-1 list-disc pl-5 text-small">
        {clauses.map((each) => (
          <li key={each.id}>{text(each.text)}</li>
        ))}
      </ul>
    </Notice>
  );
}
