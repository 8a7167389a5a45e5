import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { CalendarYear } from '@tidu/api/calendar/contract';
import { useState } from 'react';
import { calendarMessages } from '../../messages/calendar-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { useSession } from '../session/use-session.ts';
import { calendarQuery } from './queries.ts';
import { YearEditor } from './year-editor.tsx';
import { YearPicture } from './year-picture.tsx';

export const Route = createLazyRoute('/calendar')({ component: CalendarPage });

const EDITORS = ['system-administrator', 'policy-editor', 'policy-approver'];

/** The working calendar, a year at a time; the year after the last one is shown as not yet published. */
function CalendarPage() {
  const m = useMessages(calendarMessages);
  const { session } = useSession();
  const list = useQuery(calendarQuery);
  const [wanted, setWanted] = useState<string>();
  const [isEditing, setEditing] = useState(false);
  const years = list.data?.years ?? [];
  const next = String(Number(years[0]?.year ?? '2025') + 1);
  const year = wanted ?? years[0]?.year ?? next;
  const known = years.find((each) => each.year === year);
  const mayEdit = session?.staff.some(({ role }) => EDITORS.includes(role)) ?? false;
  return (
    <div className="page-width pb-20">
      <PageHeader title={m.title} lead={m.lead} />
      {list.isPending && <Skeleton lines={8} />}
      {list.isError && <Notice tone="error">{m.failed}</Notice>}
      {list.data && (
        <div className="space-y-8">
          <div className="flex flex-wrap items-end justify-between gap-4">
            <Select
              id="year"
              label={m.year}
              value={year}
              options={[next, ...years.map((each) => each.year)].map((each) => ({
                value: each,
                label: m.yearOf(each),
              }))}
              onChange={(picked) => {
                setWanted(picked);
                setEditing(false);
              }}
            />
            {mayEdit && !isEditing && <Button onClick={() => setEditing(true)}>{known ? m.edit : m.add(year)}</Button>}
          </div>
          {!known && !isEditing && <Notice tone="open">{m.missing(year)}</Notice>}
          {isEditing ? (
            <YearEditor key={year} year={year} known={known} onDone={() => setEditing(false)} />
          ) : (
            known && <YearShown known={known} />
          )}
        </div>
      )}
    </div>
  );
}

function YearShown({ known }: { readonly known: CalendarYear }) {
  const m = useMessages(calendarMessages);
  return (
    <>
      <YearPicture year={known.year} days={known} />
      <div className="text-small text-ink-2">
        <p className="flex flex-wrap gap-x-6">
          <span>
            <span aria-hidden="true" className="mr-2 inline-block size-3 rounded-1 bg-celadon" />
            {m.off}
          </span>
          <span>
            <span aria-hidden="true" className="mr-2 inline-block size-3 rounded-1 border-2 border-amber" />
            {m.work}
          </span>
          <span className="tabular-nums">{m.counts(String(known.off.length), String(known.work.length))}</span>
        </p>
        <p className="mt-2">
          {m.source}: {known.source} · {m.basis[known.basis]}
        </p>
      </div>
    </>
  );
}
