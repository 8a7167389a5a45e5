import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { MoneyRange } from '../../../shared/ui/money-range.tsx';
import type { PolicyResult } from '../model/evaluate-firm.ts';

/** What the firm may claim from each pool, in range while open. */
export function LiveMoney({ result }: { readonly result: PolicyResult }) {
  const m = useMessages(selfCheckMessages);
  const text = useText();
  const { doc, decision } = result;
  return (
    <section>
      <h3 className="text-body font-semibold">{m.moneyTitle}</h3>
      <p className="mt-1">
        <MoneyRange amount={decision.total} size="figure" />
      </p>
      <dl className="mt-3 space-y-2 text-small">
        {doc.pools.map((pool) => {
          const claim = decision.pools.find((each) => each.pool === pool.id)?.claim;
          return (
            <div key={pool.id} className="flex flex-wrap items-baseline justify-between gap-x-4">
              <dt className="text-ink-2">{text(pool.label)}</dt>
              <dd>{claim && <MoneyRange amount={claim} />}</dd>
            </div>
          );
        })}
      </dl>
      <p className="mt-2 text-caption text-ink-2">{m.moneyAssumed}</p>
    </section>
  );
}
