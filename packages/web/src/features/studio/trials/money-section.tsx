import type { Impact, PoolMoney } from '@tidu/rules';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useList, useMessages } from '../../../messages/use-messages.tsx';
import { shareOf } from '../../../shared/format/exact.ts';
import { DataTable } from '../../../shared/ui/table.tsx';
import { type Labels, useLabels } from './labels.ts';
import { useSum } from './use-sum.ts';

interface MoneySectionProps {
  readonly impact: Impact;
  readonly labels: Labels;
  /** Policies that go by the result of this one; their money is in the impact. */
  readonly following: readonly string[];
}

/** Each pool's claims against its budget, before and after, and each award. */
export function MoneySection({ impact, labels, following }: MoneySectionProps) {
  const m = useMessages(studioWorkMessages);
  const sum = useSum();
  const nameOf = useLabels(labels);
  const list = useList();
  const pools = Object.entries(impact.pools);
  const awards = Object.entries(impact.awards);
  if (pools.length === 0 && awards.length === 0) return null;
  return (
    <section className="space-y-4">
      <h3 className="font-semibold">{m.money}</h3>
      {following.length > 0 && (
        <p className="text-small text-ink-2">{m.followingMoney(list(following.map((id) => nameOf(id))))}</p>
      )}
      <div className="grid gap-x-10 gap-y-5 lg:grid-cols-3">
        {pools.map(([id, { before, after }]) => (
          <PoolBars key={id} name={nameOf(id)} before={before} after={after} />
        ))}
      </div>
      {awards.length > 0 && (
        <DataTable
          dense
          caption={m.byAward}
          rows={awards}
          rowId={([id]) => id}
          columns={[
            { id: 'name', head: m.award, rowHead: true, cell: ([id]) => nameOf(id) },
            { id: 'fb', head: m.firmsBefore, align: 'right', wideOnly: true, cell: ([, x]) => x.before?.firms ?? '—' },
            { id: 'fa', head: m.firmsAfter, align: 'right', cell: ([, x]) => x.after?.firms ?? '—' },
            {
              id: 'mb',
              head: m.moneyBefore,
              align: 'right',
              wideOnly: true,
              cell: ([, x]) => (x.before ? sum.range(x.before.amount) : '—'),
            },
            {
              id: 'ma',
              head: m.moneyAfter,
              align: 'right',
              cell: ([, x]) => (x.after ? sum.range(x.after.amount) : '—'),
            },
          ]}
        />
      )}
    </section>
  );
}

interface PoolBarsProps {
  readonly name: string;
  readonly before: PoolMoney | undefined;
  readonly after: PoolMoney | undefined;
}

function PoolBars({ name, before, after }: PoolBarsProps) {
  const m = useMessages(studioWorkMessages);
  const sum = useSum();
  const budget = after?.budget ?? before?.budget ?? '0';
  const most = [budget, before?.claimed.hi, after?.claimed.hi]
    .filter((x): x is string => x !== undefined && x !== 'inf')
    .reduce((a, b) => (Number(b) > Number(a) ? b : a), budget);
  return (
    <div>
      <p className="font-medium">{name}</p>
      <p className="text-small text-ink-2">{m.budgetIs(sum.one(budget))}</p>
      <Bar word={m.before} pool={before} most={most} budget={budget} />
      <Bar word={m.after} pool={after} most={most} budget={budget} />
    </div>
  );
}

interface BarProps {
  readonly word: string;
  readonly pool: PoolMoney | undefined;
  readonly most: string;
  readonly budget: string;
}

function Bar({ word, pool, most, budget }: BarProps) {
  const m = useMessages(studioWorkMessages);
  const sum = useSum();
  if (!pool) return null;
  const isOver = pool.over !== '0' && Number(pool.over) > 0;
  const at = (value: string): string => `${shareOf(value === 'inf' ? most : value, '0', most) * 100}%`;
  return (
    <div className="mt-2 text-small">
      <p className="flex flex-wrap justify-between gap-x-3">
        <span className="text-ink-2">{word}</span>
        <span className={isOver ? 'font-medium text-amber' : ''}>
          {sum.range(pool.claimed)}
          {isOver && ` · ${m.over(sum.one(pool.over))}`}
        </span>
      </p>
      <div className="relative mt-0.5 h-2.5 overflow-hidden rounded-full bg-sunken" aria-hidden="true">
        <div className="hatched absolute inset-y-0 left-0" style={{ width: at(pool.claimed.hi) }} />
        <div className="absolute inset-y-0 left-0 bg-celadon-glaze" style={{ width: at(pool.claimed.lo) }} />
        <div className="absolute inset-y-0 w-0.5 bg-ink" style={{ left: `calc(${at(budget)} - 2px)` }} />
      </div>
      <p className="text-caption text-ink-3">
        {m.claims(pool.firms)}
        {pool.unserved !== undefined && pool.unserved > 0 && ` · ${m.unserved(pool.unserved)}`}
      </p>
    </div>
  );
}
