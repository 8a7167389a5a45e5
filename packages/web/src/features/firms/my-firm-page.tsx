import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Navigate } from '@tanstack/react-router';
import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ButtonLink, Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { myFirmsQuery } from './queries.ts';
import { SignedIn } from './signed-in.tsx';

export const Route = createLazyRoute('/my/firm')({ component: MyFirmPage });

function MyFirmPage() {
  const m = useMessages(firmsMessages);
  return (
    <div className="page-width pb-20">
      <SignedIn title={m.mine}>
        <MyFirms />
      </SignedIn>
    </div>
  );
}

/** The way to one's firm: straight there for those in one, a choice for those in several, registering for those in none. */
function MyFirms() {
  const m = useMessages(firmsMessages);
  const mine = useQuery(myFirmsQuery);
  const firms = mine.data?.firms ?? [];
  const [only] = firms;
  if (only && firms.length === 1) return <Navigate to="/my/firm/$firmId" params={{ firmId: only.id }} replace />;
  return (
    <>
      <PageHeader title={m.mine} lead={m.mineLead} />
      {mine.isPending && <Skeleton lines={5} />}
      {mine.isError && <Notice tone="error">{mine.error.message}</Notice>}
      {mine.data && firms.length === 0 && (
        <EmptyState
          title={m.none}
          action={
            <ButtonLink look="primary" to="/my/firm/register">
              {m.register}
            </ButtonLink>
          }
        >
          {m.noneText}
        </EmptyState>
      )}
      {firms.length > 0 && (
        <>
          <p className="mb-4 text-ink-2">{m.choose}</p>
          <ul className="divide-y divide-line border-y border-line">
            {firms.map((firm) => (
              <li key={firm.id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-4">
                <Link to="/my/firm/$firmId" params={{ firmId: firm.id }} className="text-h3">
                  {firm.name}
                </Link>
                <span className="text-small text-ink-2">
                  {firm.role && m.role[firm.role]} · <span className="tabular-nums">{firm.creditCode}</span>
                </span>
              </li>
            ))}
          </ul>
          <p className="mt-6">
            <Link to="/my/firm/register">{m.register}</Link>
          </p>
        </>
      )}
    </>
  );
}
