import { useMutation } from '@tanstack/react-query';
import type { DecisionView, ReplayResult } from '@tidu/api/decisions/contract';
import { decisionsMessages } from '../../messages/decisions-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { readJson } from '../../shared/api/read-json.ts';
import { useInstant } from '../../shared/format/instant.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ConsideredList } from './considered-list.tsx';

/** Every decision on the case, each of which can be computed again. */
export function DecisionHistory({ decisions }: { readonly decisions: readonly DecisionView[] }) {
  const m = useMessages(decisionsMessages);
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="history-title">
      <h3 id="history-title" className="text-h3">
        {m.history}
      </h3>
      <ol className="mt-2 space-y-3">
        {decisions.toReversed().map((each) => (
          <OneDecision key={each.id} decision={each} />
        ))}
      </ol>
    </section>
  );
}

function OneDecision({ decision }: { readonly decision: DecisionView }) {
  const m = useMessages(decisionsMessages);
  const instant = useInstant();
  const format = useFormat();
  const { kind, amount, reason, clause, deviationReason, decidedAt, decidedBy, receiptNumber } = decision;
  return (
    <li className="rounded-2 border border-line bg-surface p-4">
      <p className="flex flex-wrap items-baseline gap-x-4">
        <span className="font-semibold">{m.kind[kind]}</span>
        {amount !== null && <span className="font-semibold tabular-nums">{format.money(amount)}</span>}
        <span className="text-small text-ink-2">
          {instant(decidedAt)} · {m.by(decidedBy)}
        </span>
      </p>
      <p className="mt-1 max-w-prose whitespace-pre-line">{reason}</p>
      {clause && <p className="text-small text-ink-2">{clause}</p>}
      {deviationReason && <p className="text-small text-amber">{deviationReason}</p>}
      {decision.overrides.length > 0 && (
        <div className="mt-2 text-small">
          <ConsideredList overrides={decision.overrides} by={m.overrideBy} />
        </div>
      )}
      <ReplayLine id={decision.id} receiptNumber={receiptNumber} />
    </li>
  );
}

function ReplayLine({ id, receiptNumber }: { readonly id: string; readonly receiptNumber: string }) {
  const m = useMessages(decisionsMessages);
  const replay = useMutation({ mutationFn: () => readJson<ReplayResult>(`/api/v1/decisions/${id}/replay`) });
  const { data } = replay;
  return (
    <p className="mt-2 flex flex-wrap items-center gap-3 text-small text-ink-2">
      <span className="tabular-nums">{m.receipt(receiptNumber)}</span>
      <Button size="dense" look="quiet" busy={replay.isPending} onClick={() => replay.mutate()}>
        {m.replay}
      </Button>
      <span role="status">
        {data?.same && <span className="text-celadon">{m.replayed}</span>}
        {data && !data.same && <span className="text-seal">{m.notReplayed(data.differences.length)}</span>}
        {replay.error && <span className="text-seal">{replay.error.message}</span>}
      </span>
    </p>
  );
}
