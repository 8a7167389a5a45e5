import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { DemoPerson } from '@tidu/api/demo/contract';
import type { SessionAnswer } from '@tidu/api/identity/contract';
import { demoMessages } from '../../messages/demo-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { readJson } from '../../shared/api/read-json.ts';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { landingFor } from '../session/role-links.ts';
import { demoPeopleQuery, enterAs } from './queries.ts';
import { useDutyWords } from './use-duty-words.ts';

export const Route = createLazyRoute('/demo')({ component: DemoPage });

/** Where a visitor of the demonstration chooses whose place to take. */
function DemoPage() {
  const m = useMessages(demoMessages);
  const list = useQuery(demoPeopleQuery);
  const enter = useEnter();
  const people = list.data?.people ?? [];
  const groups = [
    { key: 'firm', title: m.firms, text: m.firmsText },
    { key: 'staff', title: m.office, text: m.officeText },
  ] as const;
  return (
    <div className="page-width pb-20">
      <PageHeader title={m.title} lead={list.isError ? undefined : m.lead} />
      {list.isPending && <Skeleton lines={8} />}
      {list.isError && <EmptyState title={m.absent}>{m.absentText}</EmptyState>}
      {enter.isError && <Notice tone="error">{m.failed}</Notice>}
      {list.data && (
        <>
          <section className="mb-10 rounded-3 border border-line bg-surface px-6 py-5">
            <h2 className="text-h3">{m.tour}</h2>
            <ol className="mt-3 list-decimal space-y-1.5 pl-5 text-ink-2">
              {m.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </section>
          <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
            {groups.map(({ key, title, text }) => (
              <section key={key}>
                <h2 className="text-h2">{title}</h2>
                <p className="mt-1 mb-4 text-ink-2">{text}</p>
                <PeopleList
                  people={people.filter(({ kind }) => kind === key)}
                  busyWith={enter.isPending ? enter.variables : undefined}
                  onChoose={enter.mutate}
                />
              </section>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

interface PeopleListProps {
  readonly people: readonly DemoPerson[];
  readonly busyWith: string | undefined;
  readonly onChoose: (userId: string) => void;
}

function PeopleList({ people, busyWith, onChoose }: PeopleListProps) {
  const m = useMessages(demoMessages);
  const duty = useDutyWords();
  return (
    <ul className="border-t border-line">
      {people.map((person) => (
        <li key={person.userId} className="flex items-center justify-between gap-4 border-b border-line py-2.5">
          <div className="min-w-0">
            <span className="block font-medium">{person.firm?.name ?? person.name}</span>
            {duty(person) !== '' && <span className="block text-small text-ink-2">{duty(person)}</span>}
          </div>
          <Button
            size="dense"
            aria-label={m.enter(person.firm?.name ?? person.name)}
            busy={busyWith === person.userId}
            onClick={() => onChoose(person.userId)}
          >
            {m.enterShort}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Takes a person's place and opens the page they begin their day with. */
function useEnter() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (userId: string) => {
      await enterAs(userId);
      return readJson<SessionAnswer>('/api/v1/session');
    },
    // A full load: nothing the last person saw stays in memory.
    onSuccess: ({ session }) => {
      client.clear();
      window.location.assign(session ? landingFor(session) : '/');
    },
  });
}
