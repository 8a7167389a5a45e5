import type { DaysLeft } from '@tidu/api/review/desk/contract';
import { deskMessages } from '../../messages/desk-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';

/** From here on a case is urgent. */
const SOON = 3;

const toneOf = (left: DaysLeft): string => {
  if (!('days' in left)) return 'border-transparent text-ink-3';
  if (left.days < 0) return 'border-seal bg-seal-soft text-seal font-semibold';
  if (left.days <= SOON) return 'border-amber-glaze bg-amber-soft text-amber font-medium';
  return 'border-transparent text-ink-2';
};

/** Working days to the last day of a clock, in words and colour; where there is none, why. */
export function DaysLeftMark({ left }: { readonly left: DaysLeft }) {
  const m = useMessages(deskMessages);
  const words = (): string => {
    if (!('days' in left)) return left.why === 'no-clock' ? m.noClock : m.noCalendar;
    if (left.days === 0) return m.dueToday;
    return left.days < 0 ? m.daysOver(-left.days) : m.daysLeft(left.days);
  };
  const title = 'why' in left && left.why === 'no-calendar' ? m.noCalendarWhy : left.dueOn;
  return (
    <span
      title={title}
      className={`inline-flex items-center rounded-1 border px-1.5 leading-6 whitespace-nowrap tabular-nums ${toneOf(left)}`}
    >
      {words()}
    </span>
  );
}
