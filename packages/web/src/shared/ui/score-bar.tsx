import type { Range } from '@tidu/rules';
import type { ReactNode } from 'react';
import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { shareOf } from '../format/exact.ts';
import { useFormat } from '../format/use-format.ts';

interface ScoreBarProps {
  readonly label: ReactNode;
  readonly points: Range;
  /** Full marks, as exact text. */
  readonly full: string;
  /** Points needed, drawn as a line across the bar. */
  readonly pass?: string;
}

const percent = (share: number): string => `${share * 100}%`;

/** Points of one line of a score table: certain points solid, open points hatched, the pass line across. */
export function ScoreBar({ label, points, full, pass }: ScoreBarProps) {
  const m = useMessages(uiMessages);
  const format = useFormat();
  const [lo, hi] = [shareOf(points.lo, '0', full), shareOf(points.hi, '0', full)];
  const open = points.lo !== points.hi;
  const shown = format.range(points, 'points');
  return (
    <div>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>{label}</span>
        <span className="text-small text-ink-2">
          <span className={`font-semibold ${open ? 'text-amber' : 'text-ink'}`}>{shown}</span> /{' '}
          {format.measured(full, 'points')}
        </span>
      </p>
      <div className="relative mt-1.5 h-3 rounded-full bg-sunken" aria-hidden="true">
        <div className="absolute inset-0 overflow-hidden rounded-full border border-line">
          <div
            className="absolute inset-y-0 left-0 bg-celadon transition-[width] duration-[var(--calm)]"
            style={{ width: percent(lo) }}
          />
          {open && (
            <div className="hatched absolute inset-y-0" style={{ left: percent(lo), width: percent(hi - lo) }} />
          )}
        </div>
        {pass !== undefined && (
          <div
            className="absolute -inset-y-1 w-0.5 bg-ink outline-1 outline-surface"
            style={{ left: percent(shareOf(pass, '0', full)) }}
          />
        )}
      </div>
      {pass !== undefined && (
        <p className="mt-1 text-caption text-ink-2">{m.passLine(format.measured(pass, 'points'))}</p>
      )}
    </div>
  );
}
