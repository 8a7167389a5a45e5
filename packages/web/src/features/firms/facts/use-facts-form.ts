import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FactsChanged, FirmFact, FirmFacts } from '@tidu/api/firms/facts/contract';
import type { Dates, PolicyDoc } from '@tidu/rules';
import { useEffect, useMemo, useState } from 'react';
import { firmsMessages } from '../../../messages/firms-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { RequestFailed } from '../../../shared/api/request-failed.ts';
import { sendJson } from '../../../shared/api/send-json.ts';
import { useAnnouncer } from '../../../shared/ui/live-region.tsx';
import type { FactQuestion } from '../../self-check/form/question-props.ts';
import { type Doubt, doubtsOf } from '../../self-check/model/doubts.ts';
import { factsQuery, firmPath } from '../queries.ts';
import { bodyOf, type Changes, type Figure, factsWith, figureOf, withChange } from './changes.ts';

export interface FactsForm {
  readonly firmId: string;
  readonly data: FirmFacts;
  /** What is shown of a figure: the change where there is one, else what is on file. */
  readonly shown: (key: string) => Figure;
  readonly onFile: (key: string) => FirmFact | undefined;
  readonly isChanged: (key: string) => boolean;
  readonly set: (key: string, next: Figure) => void;
  /** Notes that what is typed in a field cannot be read. */
  readonly setUnreadable: (key: string, on: boolean) => void;
  /** What may be wrong with the figures as typed; empty while nothing is changed. */
  readonly doubts: readonly Doubt[];
  readonly questions: readonly FactQuestion[];
  readonly count: number;
  readonly hasUnreadable: boolean;
  readonly isSaving: boolean;
  readonly error: Error | null;
  readonly isConflict: boolean;
  readonly save: () => void;
  readonly discard: () => void;
  /** After a conflict: the figures others changed show the new values, the other changes stay. */
  readonly takeNew: () => void;
}

interface Asked {
  readonly docs: readonly PolicyDoc[];
  readonly questions: readonly FactQuestion[];
  readonly dates: Dates;
}

/** The figures of a firm with what was changed on this page and not saved yet. */
export function useFactsForm(firmId: string, data: FirmFacts, { docs, questions, dates }: Asked): FactsForm {
  const m = useMessages(firmsMessages);
  const { show } = useAnnouncer();
  const client = useQueryClient();
  const [changes, setChanges] = useState<Changes>({});
  const [unreadable, setUnreadable] = useState<ReadonlySet<string>>(new Set());
  const byKey = useMemo(() => new Map(data.facts.map((fact) => [fact.key, fact])), [data]);
  const count = Object.keys(changes).length;
  const doubts = useMemo(
    () => (count === 0 ? [] : doubtsOf(docs, questions, factsWith(data.facts, changes), dates)),
    [count, docs, questions, data.facts, changes, dates],
  );
  useLeaveWarning(count > 0 || unreadable.size > 0);
  const save = useMutation({
    mutationFn: () => sendJson<FactsChanged>('PUT', `${firmPath(firmId)}/facts`, bodyOf(changes, byKey)),
    onSuccess: ({ changed, current }) => {
      setChanges({});
      client.setQueryData(factsQuery(firmId).queryKey, current);
      show(m.factsSaved(changed.length));
    },
  });
  const isConflict = save.error instanceof RequestFailed && save.error.code === 'facts-changed';
  const takeNew = async () => {
    const changedByOthers = (save.error as RequestFailed).details.map(({ path }) => path.replace('facts.', ''));
    setChanges((now) => Object.fromEntries(Object.entries(now).filter(([key]) => !changedByOthers.includes(key))));
    save.reset();
    await client.invalidateQueries(factsQuery(firmId));
  };
  return {
    firmId,
    data,
    shown: (key) => changes[key] ?? figureOf(byKey.get(key)),
    onFile: (key) => byKey.get(key),
    isChanged: (key) => key in changes,
    set: (key, next) => setChanges((now) => withChange(now, key, next, byKey.get(key))),
    setUnreadable: (key, on) =>
      setUnreadable((now) => {
        if (now.has(key) === on) return now;
        const next = new Set(now);
        if (on) next.add(key);
        else next.delete(key);
        return next;
      }),
    doubts,
    questions,
    count,
    hasUnreadable: unreadable.size > 0,
    isSaving: save.isPending,
    error: save.error,
    isConflict,
    save: () => save.mutate(),
    discard: () => {
      setChanges({});
      setUnreadable(new Set());
      save.reset();
    },
    takeNew: () => void takeNew(),
  };
}

/** The browser asks before a page with unsaved changes is left. */
function useLeaveWarning(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [on]);
}
