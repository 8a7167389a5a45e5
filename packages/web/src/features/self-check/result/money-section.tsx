import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { BasisMark } from '../../../shared/ui/basis-mark.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { MoneyRange } from '../../../shared/ui/money-range.tsx';
import { poolLinesOf } from '../model/money-lines.ts';
import type { Explained } from '../model/use-explanations.ts';
import { AwardEntry } from './award-entry.tsx';

/** The pools: what may be claimed, award by award, and what stands in the way. */
export function MoneySection({ policy }: { readonly policy: Explained }) {
  const m = useMessages(selfCheckResultMessages);
  const text = useText();
  const format = useFormat();
  const lines = poolLinesOf(policy);
  return (
    <section aria-labelledby="pools">
      <h2 id="pools" className="text-h2">
        {m.pools(format.number(String(lines.length)))}
      </h2>
      <p className="mt-1 max-w-prose text-ink-2">{m.poolsLead}</p>
      <div className="mt-5 grid items-start gap-5 lg:grid-cols-3 print:grid-cols-1">
        {lines.map(({ pool, claim, awards }) => {
          const live = awards.filter((line) => line.result.outcome !== 'no');
          const out = awards.filter((line) => line.result.outcome === 'no');
          return (
            <article key={pool.id} className="keep-together rounded-3 border border-line bg-surface p-5">
              <h3 className="text-h3">{text(pool.label)}</h3>
              <div className="text-small text-ink-2">
                {m.budget(format.money(pool.budget))}
                <BasisMark cites={pool.cite} />
              </div>
              <p className="mt-3 text-small text-ink-2">{m.claim}</p>
              <p>
                <MoneyRange amount={claim} size="figure" />
              </p>
              <ul className="mt-4 space-y-4">
                {live.map((line) => (
                  <AwardEntry key={line.award.id} line={line} policy={policy} />
                ))}
              </ul>
              {out.length > 0 && (
                <Disclosure summary={m.notThese(out.length)} className="mt-4">
                  <ul className="space-y-4 py-2">
                    {out.map((line) => (
                      <AwardEntry key={line.award.id} line={line} policy={policy} />
                    ))}
                  </ul>
                </Disclosure>
              )}
            </article>
          );
        })}
      </div>
    </section>
  );
}
