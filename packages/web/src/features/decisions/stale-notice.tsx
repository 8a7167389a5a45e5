import type { DecisionDesk } from '@tidu/api/decisions/contract';
import { decisionsMessages } from '../../messages/decisions-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { ButtonLink } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';

/** The ranking the amount comes from has to be confirmed again: why, and where. */
export function StaleNotice({ allocation }: { readonly allocation: NonNullable<DecisionDesk['allocation']> }) {
  const m = useMessages(decisionsMessages);
  const format = useFormat();
  const { policyId, poolId, year, changed } = allocation;
  return (
    <Notice tone="open" title={m.stale}>
      <p className="max-w-prose">{m.staleText}</p>
      <ul className="mt-2 list-disc pl-5">
        {changed.map(({ applicationId, firmName, was, is }) => (
          <li key={applicationId}>{m.staleLine(firmName, format.money(was), format.money(is))}</li>
        ))}
      </ul>
      <p className="mt-3">
        <ButtonLink to="/allocations/$policyId/$poolId/$year" params={{ policyId, poolId, year: String(year) }}>
          {m.rankAgain}
        </ButtonLink>
      </p>
    </Notice>
  );
}
