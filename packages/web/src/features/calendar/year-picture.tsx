import { calendarMessages } from '../../messages/calendar-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { columnOf, type DayKind, daysOfMonth, kindOf, type YearDays } from './year-days.ts';

const LOOK: Record<DayKind, string> = {
  off: 'bg-celadon text-on-celadon font-semibold',
  work: 'border-2 border-amber text-amber font-semibold',
  weekend: 'bg-sunken text-ink-3',
  worked: 'text-ink',
};

interface YearPictureProps {
  readonly year: string;
  readonly days: YearDays;
  /** With it every day is a button. */
  readonly onTurn?: ((day: string) => void) | undefined;
}

/** A year at a glance: twelve months with what is off and what is worked. */
export function YearPicture({ year, days, onTurn }: YearPictureProps) {
  const m = useMessages(calendarMessages);
  return (
    <div className="grid gap-x-8 gap-y-8 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
      {Array.from({ length: 12 }, (_, i) => i + 1).map((month) => (
        <section key={month} aria-label={`${m.yearOf(year)} ${m.month(month)}`}>
          <h2 className="text-body font-semibold">{m.month(month)}</h2>
          <div className="mt-2 grid grid-cols-7 gap-1 text-center text-small tabular-nums">
            {m.weekdays.map((name, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two weekdays share a letter
              <span key={i} aria-hidden="true" className="text-caption text-ink-3">
                {name}
              </span>
            ))}
            {daysOfMonth(year, month).map((day) => (
              <Day key={day} day={day} kind={kindOf(day, days)} onTurn={onTurn} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

interface DayProps {
  readonly day: string;
  readonly kind: DayKind;
  readonly onTurn: ((day: string) => void) | undefined;
}

function Day({ day, kind, onTurn }: DayProps) {
  const m = useMessages(calendarMessages);
  const format = useFormat();
  const number = String(Number(day.slice(-2)));
  const look = `flex min-h-8 items-center justify-center rounded-1 ${LOOK[kind]}`;
  const style = day.endsWith('-01') ? { gridColumnStart: columnOf(day) } : undefined;
  const words = m.dayIs(format.day(day), m[kind]);
  if (onTurn)
    return (
      <button
        type="button"
        aria-label={words}
        style={style}
        className={`${look} cursor-pointer hover:outline hover:outline-celadon`}
        onClick={() => onTurn(day)}
      >
        {number}
      </button>
    );
  return (
    <span className={look} style={style} title={kind === 'off' || kind === 'work' ? words : undefined}>
      <span aria-hidden="true">{number}</span>
      {(kind === 'off' || kind === 'work') && <span className="sr-only">{words}</span>}
    </span>
  );
}
