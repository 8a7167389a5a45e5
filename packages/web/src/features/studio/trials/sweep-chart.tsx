import type { SweepPoint, Unit } from '@tidu/rules';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { DataTable } from '../../../shared/ui/table.tsx';
import { useSum } from './use-sum.ts';

interface SweepChartProps {
  readonly points: readonly SweepPoint[];
  readonly at: number;
  readonly unit: Unit;
  /** Where the text itself stands; −1 where between two positions. */
  readonly own: number;
  readonly onMove: (at: number) => void;
  /** False for a policy that only pays: there are no tiers to hold. */
  readonly withFirms: boolean;
}

const [WIDTH, HEIGHT, PAD, HEAD, FOOT] = [640, 160, 8, 24, 24];

/** Two curves over one figure, firms and money, each on its own scale, with the same in a table. */
export function SweepChart({ points, at, unit, own, onMove, withFirms }: SweepChartProps) {
  const m = useMessages(studioWorkMessages);
  const format = useFormat();
  const sum = useSum();
  const hasMoney = points.some(({ total }) => Number(total.lo) > 0);
  return (
    <div className="space-y-3">
      <div className="grid gap-4 lg:grid-cols-2">
        {withFirms && <Curve title={m.firmsHolding} values={points.map(({ pass }) => pass)} at={at} onMove={onMove} />}
        {hasMoney && (
          <Curve
            title={m.moneyAfter}
            values={points.map(({ total }) => Number(total.lo))}
            write={(n) => sum.one(String(Math.round(n)))}
            at={at}
            onMove={onMove}
          />
        )}
      </div>
      <Disclosure summary={m.asTable}>
        <div className="max-h-80 overflow-auto">
          <DataTable
            dense
            caption={m.slider}
            hideCaption
            rows={points}
            rowId={({ value }) => value}
            columns={[
              {
                id: 'value',
                head: m.figure,
                rowHead: true,
                cell: ({ value }) =>
                  `${format.measured(value, unit)}${value === points[own]?.value ? ` · ${m.nowIs}` : ''}`,
              },
              { id: 'pass', head: m.firmsHolding, align: 'right', cell: ({ pass }) => pass.toLocaleString() },
              { id: 'money', head: m.money, align: 'right', cell: ({ total }) => sum.range(total) },
            ]}
          />
        </div>
      </Disclosure>
    </div>
  );
}

interface CurveProps {
  readonly title: string;
  readonly values: readonly number[];
  readonly at: number;
  readonly write?: (value: number) => string;
  readonly onMove: (at: number) => void;
}

function Curve({ title, values, at, write = (n) => n.toLocaleString(), onMove }: CurveProps) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  // A small change of a large number would not be seen from zero: both ends of the scale are written instead.
  const span = most - least || 1;
  const x = (i: number): number => PAD + ((WIDTH - 2 * PAD) * i) / Math.max(1, values.length - 1);
  const y = (value: number): number => HEIGHT - FOOT - ((HEIGHT - FOOT - HEAD) * (value - least)) / span;
  const line = values.map((value, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`).join(' ');
  const now = values[at] ?? 0;
  return (
    <figure>
      <figcaption className="flex justify-between text-small">
        <span className="text-ink-2">{title}</span>
        <span className="font-semibold">{write(now)}</span>
      </figcaption>
      {/* The slider and the table say the same to those who cannot see or point. */}
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="mt-1 w-full cursor-crosshair rounded-2 border border-line bg-raised"
        aria-hidden="true"
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const share = ((event.clientX - box.left) / box.width) * WIDTH - PAD;
          const i = Math.round((share / (WIDTH - 2 * PAD)) * (values.length - 1));
          onMove(Math.max(0, Math.min(values.length - 1, i)));
        }}
      >
        <path
          d={`${line} L${x(values.length - 1)} ${HEIGHT - PAD} L${x(0)} ${HEIGHT - PAD} Z`}
          fill="var(--celadon-wash)"
        />
        <path d={line} fill="none" stroke="var(--celadon)" strokeWidth="2" strokeLinejoin="round" />
        <line x1={x(at)} x2={x(at)} y1={PAD} y2={HEIGHT - PAD} stroke="var(--ink-3)" strokeDasharray="3 3" />
        <circle cx={x(at)} cy={y(now)} r="5" fill="var(--celadon)" stroke="var(--raised)" strokeWidth="2" />
        <text x={PAD + 2} y={HEAD - 8} fontSize="13" fill="var(--ink-3)">
          {write(most)}
        </text>
        {least !== most && (
          <text x={PAD + 2} y={HEIGHT - 7} fontSize="13" fill="var(--ink-3)">
            {write(least)}
          </text>
        )}
      </svg>
    </figure>
  );
}
