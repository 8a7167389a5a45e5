import type { Opening } from '@tidu/api/schemes/contract';
import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { CheckIcon, DashIcon } from '../../shared/ui/icons.tsx';

/** Whether one can apply now, in words, with icon and shape. */
export function OpeningBadge({ opening }: { readonly opening: Opening }) {
  const m = useMessages(schemesMessages);
  const format = useFormat();
  const { isOpen, why, opensOn, closesOn } = opening;
  const more = {
    'all-year': m.allYear,
    within: closesOn ? m.until(format.day(closesOn)) : '',
    before: opensOn ? m.opensOn(format.day(opensOn)) : '',
    after: m.past,
    closed: m.closed,
  }[why];
  const tone = isOpen ? 'border-celadon bg-celadon text-on-celadon' : 'border-line-strong bg-sunken text-ink-2';
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-ink-2">
      {isOpen && (
        <span
          className={`inline-flex items-center gap-1 rounded-full border px-2.5 py-0.5 text-caption font-medium ${tone}`}
        >
          <CheckIcon />
          {m.open}
        </span>
      )}
      {isOpen ? (
        <span>{more}</span>
      ) : (
        <span
          className={`inline-flex items-center gap-1 rounded-full border px-2.5 py-0.5 text-caption font-medium ${tone}`}
        >
          <DashIcon />
          {more}
        </span>
      )}
    </span>
  );
}
