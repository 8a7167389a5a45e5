import type { Ranking } from '@tidu/api/allocations/contract';
import { allocationsMessages } from '../../messages/allocations-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';

/** Claims that are no longer those that were confirmed, and what that means. */
export function ChangedNotice({ changed }: { readonly changed: Ranking['changed'] }) {
  const m = useMessages(allocationsMessages);
  const format = useFormat();
  return (
    <Notice tone="open" title={m.staleTitle}>
      <p className="max-w-prose">{m.staleText}</p>
      <ul className="mt-2 list-disc pl-5">
        {changed.map(({ applicationId, firmName, was, is }) => (
          <li key={applicationId}>
            <Link to="/desk/cases/$id" params={{ id: applicationId }}>
              {m.staleLine(firmName, format.money(was), format.money(is))}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
