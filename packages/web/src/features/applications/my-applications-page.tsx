import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { applicationsMessages } from '../../messages/applications-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ButtonLink } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { myFirmsQuery } from '../firms/queries.ts';
import { SignedIn } from '../firms/signed-in.tsx';
import { ApplicationRow } from './application-row.tsx';
import { applicationsQuery } from './queries.ts';

export const Route = createLazyRoute('/my/applications')({ component: MyApplicationsPage });

function MyApplicationsPage() {
  const m = useMessages(applicationsMessages);
  return (
    <div className="page-width pb-20">
      <SignedIn title={m.mine}>
        <PageHeader title={m.mine} lead={m.mineLead}>
          <div className="mt-5">
            <ButtonLink look="primary" to="/my/applications/new">
              {m.newOne}
            </ButtonLink>
          </div>
        </PageHeader>
        <AllFirms />
      </SignedIn>
    </div>
  );
}

/** The applications of each firm the person works for. */
function AllFirms() {
  const m = useMessages(applicationsMessages);
  const mine = useQuery(myFirmsQuery);
  if (mine.isPending) return <Skeleton lines={6} />;
  if (mine.isError) return <Notice tone="error">{mine.error.message}</Notice>;
  if (mine.data.firms.length === 0)
    return (
      <EmptyState
        title={m.noFirm}
        action={
          <ButtonLink look="primary" to="/my/firm/register">
            {m.registerFirm}
          </ButtonLink>
        }
      >
        {m.noFirmText}
      </EmptyState>
    );
  return (
    <div className="space-y-12">
      {mine.data.firms.map((firm) => (
        <OneFirm key={firm.id} firmId={firm.id} name={mine.data.firms.length > 1 ? firm.name : undefined} />
      ))}
    </div>
  );
}

function OneFirm({ firmId, name }: { readonly firmId: string; readonly name: string | undefined }) {
  const m = useMessages(applicationsMessages);
  const list = useInfiniteQuery(applicationsQuery(firmId));
  const rows = list.data?.pages.flatMap((page) => page.applications) ?? [];
  return (
    <section aria-label={name ?? m.mine}>
      {name && <h2 className="mb-3 text-h2">{name}</h2>}
      {list.isPending && <Skeleton lines={5} />}
      {list.isError && <Notice tone="error">{list.error.message}</Notice>}
      {list.data && rows.length === 0 && (
        <EmptyState title={m.none} action={<ButtonLink to="/schemes">{m.seeSchemes}</ButtonLink>}>
          {m.noneText}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {rows.map((row) => (
            <ApplicationRow key={row.id} application={row} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <div className="mt-4">
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {m.more}
          </Button>
        </div>
      )}
    </section>
  );
}
