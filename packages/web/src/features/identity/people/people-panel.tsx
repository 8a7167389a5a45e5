import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Person } from '@tidu/api/identity/people/contract';
import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { type Column, DataTable } from '../../../shared/ui/table.tsx';
import { departmentsQuery } from '../queries.ts';
import { roleWords } from '../role-words.ts';
import { peopleQuery } from './people-query.ts';
import { PersonDialog } from './person-dialog.tsx';
import { SearchForm } from './search-form.tsx';
import { stateOf } from './state-of.ts';
import type { Permits } from './use-permits.ts';

interface PeoplePanelProps {
  readonly permits: Permits;
  readonly search: string | undefined;
}

export function PeoplePanel({ permits, search }: PeoplePanelProps) {
  const m = useMessages(identityMessages);
  const { locale } = useLocale();
  const navigate = useNavigate();
  const list = useInfiniteQuery(peopleQuery(search));
  const { data: departments } = useQuery(departmentsQuery);
  const [managed, setManaged] = useState<string>();
  const people = list.data?.pages.flatMap((page) => page.people) ?? [];
  const rolesOf = (person: Person): string =>
    person.roles
      .map((each) => roleWords(m, locale, each, departments?.departments))
      .join(locale === 'en' ? '; ' : '、');
  const columns: Column<Person>[] = [
    { id: 'name', head: m.person, rowHead: true, cell: ({ name }) => name },
    { id: 'contact', head: m.contactColumn, cell: ({ contact }) => contact, wideOnly: true },
    {
      id: 'roles',
      head: m.rolesColumn,
      cell: (person) => rolesOf(person) || <span className="text-ink-3">{m.noRole}</span>,
    },
    { id: 'state', head: m.stateColumn, cell: (person) => stateOf(person, m) },
  ];
  const manage: Column<Person> = {
    id: 'actions',
    head: m.actions,
    cell: ({ userId, name }) =>
      userId !== permits.userId && (
        <button
          type="button"
          className="text-celadon underline underline-offset-4"
          aria-label={m.manageTitle(name)}
          onClick={() => setManaged(userId)}
        >
          {m.manage}
        </button>
      ),
  };
  const shown = people.find(({ userId }) => userId === managed);
  return (
    <div className="space-y-4">
      <SearchForm
        search={search}
        onSearch={(next) => void navigate({ to: '/people', search: next === '' ? {} : { search: next } })}
      />
      {list.isPending && <Skeleton lines={6} />}
      {list.error && <Notice tone="error">{list.error.message}</Notice>}
      {list.isSuccess && (
        <DataTable
          caption={m.tabPeople}
          hideCaption
          dense
          columns={permits.roles ? [...columns, manage] : columns}
          rows={people}
          rowId={({ userId }) => userId}
        />
      )}
      {list.hasNextPage && (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {m.more}
        </Button>
      )}
      {shown && (
        <PersonDialog
          person={shown}
          departments={departments?.departments ?? []}
          onClose={() => setManaged(undefined)}
        />
      )}
    </div>
  );
}
