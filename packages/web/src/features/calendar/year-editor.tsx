import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CalendarYear, SavedYear } from '@tidu/api/calendar/contract';
import { type FormEvent, useState } from 'react';
import { calendarMessages } from '../../messages/calendar-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { RequestFailed } from '../../shared/api/request-failed.ts';
import { sendJson } from '../../shared/api/send-json.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useAnnouncer } from '../../shared/ui/live-region.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { calendarQuery } from './queries.ts';
import { turnDay, type YearDays } from './year-days.ts';
import { YearPicture } from './year-picture.tsx';

interface YearEditorProps {
  readonly year: string;
  readonly known: CalendarYear | undefined;
  readonly onDone: () => void;
}

const BASES = ['official', 'derived', 'assumed'] as const;

/** Changes a year day by day, with the notice it is taken from. */
export function YearEditor({ year, known, onDone }: YearEditorProps) {
  const m = useMessages(calendarMessages);
  const client = useQueryClient();
  const { show } = useAnnouncer();
  const [days, setDays] = useState<YearDays>(known ?? { off: [], work: [] });
  const [source, setSource] = useState(known?.source ?? '');
  const [basis, setBasis] = useState<string>(known?.basis ?? 'official');
  const save = useMutation({
    mutationFn: () => {
      const { off, work } = days;
      return sendJson<SavedYear>('PUT', `/api/v1/calendar/${year}`, {
        off,
        work,
        source,
        basis,
        basedOn: known?.changedAt ?? null,
      });
    },
    onSuccess: async ({ clocks }) => {
      await client.invalidateQueries(calendarQuery);
      show(m.saved(String(clocks)));
      onDone();
    },
  });
  const failure = save.error instanceof RequestFailed ? save.error : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className="space-y-8">
      <p className="text-ink-2">{m.editHint}</p>
      <YearPicture year={year} days={days} onTurn={(day) => setDays((was) => turnDay(day, was))} />
      <div className="grid max-w-3xl gap-6 sm:grid-cols-2">
        <TextInput id="source" label={m.source} maxLength={500} value={source} onChange={setSource} />
        <Select
          id="basis"
          label={m.basisLabel}
          value={basis}
          options={BASES.map((value) => ({ value, label: m.basis[value] }))}
          onChange={(next) => setBasis(next ?? 'official')}
        />
      </div>
      {save.isError && (
        <Notice tone="error" title={save.error.message}>
          {failure && failure.details.length > 0 && (
            <ul className="list-disc pl-5">
              {failure.details.map(({ path, message, fix }) => (
                <li key={path}>{`${message}${fix ? `。${fix}` : ''}`}</li>
              ))}
            </ul>
          )}
        </Notice>
      )}
      <div className="flex gap-3">
        <Button type="submit" look="primary" busy={save.isPending} disabled={source.trim() === ''}>
          {m.save}
        </Button>
        <Button onClick={onDone}>{m.cancel}</Button>
      </div>
    </form>
  );
}
