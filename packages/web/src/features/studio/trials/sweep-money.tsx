import type { SweepPoint } from '@tidu/rules';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useList, useMessages } from '../../../messages/use-messages.tsx';
import { type Labels, useLabels } from './labels.ts';
import { useSum } from './use-sum.ts';

interface SweepMoneyProps {
  readonly points: readonly SweepPoint[];
  readonly at: number;
  /** Policies that go by the result of this one; their money is in every point. */
  readonly following: readonly string[];
  /** False for a ladder that leaves the money to other policies. */
  readonly pays: boolean;
  readonly labels: Labels;
}

/** What the money of a slider is made up of, and what each pool is asked for at one position. */
export function SweepMoney({ points, at, following, pays, labels }: SweepMoneyProps) {
  const m = useMessages(studioWorkMessages);
  const nameOf = useLabels(labels);
  const list = useList();
  const sum = useSum();
  const names = list(following.map((id) => nameOf(id)));
  const asked = Object.entries(points[at]?.pools ?? {}).filter(([id]) =>
    points.some(({ pools }) => (pools[id]?.hi ?? '0') !== '0'),
  );
  return (
    <>
      {following.length > 0 && (
        <p className="text-small text-ink-2">{pays ? m.sliderFollowing(names) : m.sliderFollowingAlone(names)}</p>
      )}
      {asked.length > 0 && (
        <dl className="grid gap-x-6 gap-y-1 text-small sm:grid-cols-[auto_1fr]">
          {asked.map(([id, claimed]) => (
            <div key={id} className="contents">
              <dt className="text-ink-2">{m.sliderPool(nameOf(id))}</dt>
              <dd className="tabular-nums">{sum.range(claimed)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
