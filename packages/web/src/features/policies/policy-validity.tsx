import type { IsoDate } from '@tidu/rules';
import { policiesMessages } from '../../messages/policies-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { daysBetween, localDay } from '../../shared/format/calendar-day.ts';
import { useFormat } from '../../shared/format/use-format.ts';

export type InForce = 'current' | 'past' | 'coming';

/** Whether a version is in force on a day; both ends are inclusive. */
export function inForceOn(day: IsoDate, from: IsoDate, to: IsoDate | undefined): InForce {
  if (day < from) return 'coming';
  return to !== undefined && day > to ? 'past' : 'current';
}

interface ValidityProps {
  readonly from: IsoDate;
  readonly to?: IsoDate | undefined;
}

/** 现行 / 已失效 / 尚未施行, in word and shape. */
export function InForceBadge({ from, to }: ValidityProps) {
  const m = useMessages(policiesMessages);
  const state = inForceOn(localDay(new Date()), from, to);
  const tone = {
    current: 'bg-celadon text-on-celadon border-celadon',
    past: 'bg-sunken text-ink-2 border-transparent',
    coming: 'bg-amber-soft text-amber border-dashed border-amber',
  }[state];
  return (
    <span
      className={`inline-flex items-center rounded-full border px-2.5 py-0.5 text-caption font-medium whitespace-nowrap ${tone}`}
    >
      {m[state]}
    </span>
  );
}

/** From when to when, how many days it has been in force and how many are left. */
export function PolicyValidity({ from, to }: ValidityProps) {
  const m = useMessages(policiesMessages);
  const format = useFormat();
  const today = localDay(new Date());
  const state = inForceOn(today, from, to);
  const days = (n: number): string => format.measured(String(n), 'days');
  const end =
    to === undefined
      ? m.noEnd
      : state === 'past'
        ? m.ended(format.day(to))
        : `${m.daysLeft} ${days(daysBetween(today, to))}`;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-ink-2">
      <InForceBadge from={from} to={to} />
      <span>{to === undefined ? m.periodOpen(format.day(from)) : m.period(format.day(from), format.day(to))}</span>
      {state === 'current' && <span>{`${m.daysInForce} ${days(daysBetween(from, today) + 1)}`}</span>}
      {state === 'coming' ? <span>{`${m.daysUntil} ${days(daysBetween(today, from))}`}</span> : <span>{end}</span>}
    </div>
  );
}
