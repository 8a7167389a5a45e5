import type { DecisionDesk } from '@tidu/api/decisions/contract';
import { useText } from '../../messages/use-messages.tsx';
import { CrossIcon } from '../../shared/ui/icons.tsx';

/** Conditions that decided against the firm, each with its clause. */
export function UnmetList({ unmet }: { readonly unmet: DecisionDesk['unmet'] }) {
  const text = useText();
  return (
    <ul className="space-y-2">
      {unmet.map((each) => (
        <li key={each.path} className="flex gap-2">
          <CrossIcon className="mt-1 size-[1.1em] text-ink-3" />
          <span>
            {text(each.text)}
            {each.clause && <span className="ml-2 text-small text-ink-2">{each.clause}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
