import type { PolicyDoc } from '@tidu/rules';
import { homeMessages } from '../../messages/home-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { BasisMark } from '../../shared/ui/basis-mark.tsx';
import { Link } from '../../shared/ui/link.tsx';

interface HomePoolsProps {
  readonly docs: readonly PolicyDoc[];
  readonly isReading: boolean;
}

/** The pools of every policy in force in one line. */
export function HomePools({ docs, isReading }: HomePoolsProps) {
  const m = useMessages(homeMessages);
  const text = useText();
  const format = useFormat();
  const pools = docs.flatMap((doc) => doc.pools.map((pool) => ({ doc, pool })));
  if (pools.length === 0) return isReading ? <div className="h-64" /> : null;
  return (
    <section aria-labelledby="pools" className="border-y border-line bg-surface">
      <div className="page-width py-10">
        <h2 id="pools" className="text-h2">
          {m.poolsTitle(format.number(String(pools.length)))}
        </h2>
        <p className="mt-1 text-ink-2">{m.poolsLead}</p>
        <ul className="mt-6 grid gap-x-10 gap-y-6 sm:grid-cols-2 md:grid-cols-3">
          {pools.map(({ doc, pool }) => (
            <li key={`${doc.id} ${pool.id}`} className="border-l-2 border-celadon-glaze pl-5">
              <p className="text-h2 font-semibold whitespace-nowrap lg:text-figure">
                {format.money(pool.budget)}
                <span className="ml-2 text-small font-normal text-ink-2">{m.perYear}</span>
              </p>
              <div className="mt-1">
                <Link
                  to="/policies/$policyId/$inForceFrom"
                  params={{ policyId: doc.id, inForceFrom: doc.inForce.from }}
                  hash="pools"
                >
                  {text(pool.label)}
                </Link>
                <BasisMark cites={pool.cite} />
              </div>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
