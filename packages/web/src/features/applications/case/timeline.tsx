import type { TimelineEntry } from '@tidu/api/applications/contract';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { useInstant } from '../../../shared/format/instant.ts';

/** What happened to the case, the latest first, with reasons and clauses. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const m = useMessages(applicationsMessages);
  const instant = useInstant();
  const text = useText();
  return (
    <ol className="mt-4 divide-y divide-line border-y border-line">
      {[...entries].reverse().map((entry) => (
        <li key={entry.seq} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[11rem_1fr]">
          <time dateTime={entry.at} className="text-small text-ink-2 tabular-nums">
            {instant(entry.at)}
          </time>
          <div>
            <p>
              <span className="font-medium">{text(entry.label)}</span>
              <span className="ml-3 text-small text-ink-2">{entry.byName ?? m.bySide[entry.side]}</span>
            </p>
            {entry.reason && (
              <p className="mt-1 whitespace-pre-line">
                <span className="mr-2 text-small text-ink-2">{m.reason}</span>
                {entry.reason}
              </p>
            )}
            {entry.clause && (
              <p className="mt-1 text-small text-ink-2">
                {m.clause} {entry.clause}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
