import { useMutation, useQuery } from '@tanstack/react-query';
import type { AllocationSummary } from '@tidu/api/allocations/contract';
import { allocationsMessages } from '../../messages/allocations-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { readJson } from '../../shared/api/read-json.ts';
import { useInstant } from '../../shared/format/instant.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { type PoolKey, pastQuery } from './queries.ts';

/** Allocations that were confirmed; each can be computed again. */
export function PastPart({ poolKey }: { readonly poolKey: PoolKey }) {
  const m = useMessages(allocationsMessages);
  const { data } = useQuery(pastQuery(poolKey));
  if (!data || data.allocations.length === 0) return null;
  return (
    <section aria-labelledby="past-title">
      <h2 id="past-title" className="text-h3">
        {m.past}
      </h2>
      <ul className="mt-2 divide-y divide-line rounded-2 border border-line bg-surface">
        {data.allocations.map((each) => (
          <Past key={each.id} allocation={each} />
        ))}
      </ul>
      <p className="mt-2 text-small">
        <Link to="/desk" search={{ state: 'in-decision', poolYear: String(poolKey.year) }}>
          {m.decideThem}
        </Link>
      </p>
    </section>
  );
}

function Past({ allocation }: { readonly allocation: AllocationSummary }) {
  const m = useMessages(allocationsMessages);
  const format = useFormat();
  const instant = useInstant();
  const replay = useMutation({
    mutationFn: () => readJson<{ same: boolean }>(`/api/v1/allocations/${allocation.id}/replay`),
  });
  return (
    <li className="flex flex-wrap items-center gap-x-5 gap-y-1 px-4 py-2.5 text-small">
      <span className="font-semibold tabular-nums">{format.money(allocation.paid)}</span>
      <span>{m.pastLine(allocation.claims, allocation.funded)}</span>
      <span className="text-ink-2">
        {instant(allocation.confirmedAt)} · {m.by(allocation.confirmedBy)}
      </span>
      <span className="text-ink-2">{allocation.reason}</span>
      {allocation.isStale && <span className="font-medium text-seal">{m.stale}</span>}
      <Button size="dense" look="quiet" busy={replay.isPending} onClick={() => replay.mutate()}>
        {m.replay}
      </Button>
      <span role="status">
        {replay.data?.same && <span className="text-celadon">{m.replayed}</span>}
        {replay.data && !replay.data.same && <span className="text-seal">{m.notReplayed}</span>}
      </span>
    </li>
  );
}
