import { deskMessages } from '../../messages/desk-messages.ts';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useInstant } from '../../shared/format/instant.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { DataTable } from '../../shared/ui/table.tsx';
import { useCase } from './case-context.tsx';
import { CorrectionList, DeferralList } from './papers.tsx';

/** What happened, the clocks with their pauses, the lists that were sent, and every submission. */
export function TimelineSection() {
  const m = useMessages(reviewMessages);
  const text = useText();
  const instant = useInstant();
  const { view } = useCase();
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      <section>
        <h3 className="text-h3">{m.time.events}</h3>
        <ol className="mt-3 border-l-2 border-celadon-mid">
          {view.timeline.map((entry) => (
            <li key={entry.seq} className="relative pb-4 pl-5 text-small">
              <span className="absolute top-1.5 -left-[5px] size-2 rounded-full bg-celadon" />
              <p className="font-medium">{text(entry.label)}</p>
              <p className="text-caption text-ink-3 tabular-nums">{`${instant(entry.at)} · ${entry.byName}`}</p>
              {entry.reason && <p className="mt-0.5 text-ink-2">{entry.reason}</p>}
              {entry.clause && <p className="text-ink-3">{entry.clause}</p>}
            </li>
          ))}
        </ol>
      </section>
      <div className="space-y-8">
        <Clocks />
        <CorrectionList />
        <DeferralList />
        <Submissions />
      </div>
    </div>
  );
}

function Clocks() {
  const m = useMessages(reviewMessages);
  const desk = useMessages(deskMessages);
  const format = useFormat();
  const { view } = useCase();
  const standing = (clock: (typeof view.clocks)[number]): string => {
    if (clock.pausedOn) return m.time.paused(format.day(clock.pausedOn));
    return clock.endedOn ? m.time.ended(format.day(clock.endedOn)) : m.time.running;
  };
  return (
    <DataTable
      dense
      caption={m.time.clocks}
      rows={view.clocks}
      rowId={({ kind, startedOn }) => `${kind} ${startedOn}`}
      columns={[
        { id: 'kind', head: m.time.kind, rowHead: true, cell: ({ kind }) => desk.clock[kind] ?? kind },
        { id: 'limit', head: m.time.limit, align: 'right', cell: ({ limitDays }) => limitDays },
        { id: 'used', head: m.time.used, align: 'right', cell: ({ usedDays }) => usedDays },
        {
          id: 'due',
          head: m.time.due,
          cell: (clock) => (
            <>
              {clock.dueOn && <span className="tabular-nums">{clock.dueOn}</span>}
              {clock.isOverrun && <span className="ml-2 font-medium text-seal">{m.time.over}</span>}
              {clock.overrunReason && <span className="ml-2 text-ink-2">{m.time.reason(clock.overrunReason)}</span>}
            </>
          ),
        },
        { id: 'standing', head: '', wideOnly: true, cell: standing },
      ]}
    />
  );
}

function Submissions() {
  const m = useMessages(reviewMessages);
  const instant = useInstant();
  const { view } = useCase();
  const all = [view.submission, ...view.earlier];
  return (
    <section>
      <h3 className="text-h3">{m.time.earlier}</h3>
      <ul className="mt-2 space-y-1 text-small">
        {all.map(({ id, round, submittedAt, receiptNumber }) => (
          <li key={id} className="flex flex-wrap gap-x-3">
            <span className="tabular-nums">{m.submittedOn(instant(submittedAt), round)}</span>
            <span className="text-ink-3">{m.receipt(receiptNumber)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
