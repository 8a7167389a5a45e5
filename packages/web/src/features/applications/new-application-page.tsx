import { useQuery } from '@tanstack/react-query';
import { createLazyRoute, Navigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { applicationsMessages } from '../../messages/applications-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ButtonLink, Link } from '../../shared/ui/link.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { myFirmsQuery } from '../firms/queries.ts';
import { SignedIn } from '../firms/signed-in.tsx';
import { isEmptyDraft } from '../self-check/model/draft.ts';
import { deviceShelf, recallDraft } from '../self-check/model/draft-storage.ts';
import { BeginAtOnce } from './begin-at-once.tsx';
import { StartForm } from './start-form.tsx';

export const Route = createLazyRoute('/my/applications/new')({ component: NewApplicationPage });

function NewApplicationPage() {
  const m = useMessages(applicationsMessages);
  return (
    <div className="page-width pb-20">
      <SignedIn title={m.start}>
        <PageHeader title={m.start} lead={m.startLead} above={<Link to="/my/applications">{m.mine}</Link>} />
        <Start />
      </SignedIn>
    </div>
  );
}

/** The way to a draft: by registering the firm, by what is left to ask, or straight there. */
function Start() {
  const { scheme, from } = Route.useSearch();
  const isFromSelfCheck = from === 'self-check';
  const mine = useQuery(myFirmsQuery);
  const [kept] = useState(() => recallDraft(deviceShelf()));
  const selfCheck = kept !== undefined && !isEmptyDraft(kept) ? kept : undefined;
  if (mine.isPending) return <Skeleton lines={6} />;
  const firms = mine.data?.firms ?? [];
  const [firm] = firms;
  if (!firm) return <NoFirm goesOn={isFromSelfCheck} />;
  const form = <StartForm firms={firms} scheme={scheme} selfCheck={selfCheck} takesSelfCheck={isFromSelfCheck} />;
  if (!isFromSelfCheck || !scheme || !selfCheck || firms.length > 1) return form;
  return (
    <BeginAtOnce firmId={firm.id} schemeId={scheme} selfCheck={selfCheck}>
      {form}
    </BeginAtOnce>
  );
}

/** The firm comes first, and this page again after it; whoever comes from the self-check is taken there. */
function NoFirm({ goesOn }: { readonly goesOn: boolean }) {
  const m = useMessages(applicationsMessages);
  const router = useRouter();
  const [back] = useState(() => router.state.location.href);
  if (goesOn) return <Navigate to="/my/firm/register" search={{ back }} replace />;
  return (
    <EmptyState
      title={m.noFirm}
      action={
        <ButtonLink look="primary" to="/my/firm/register" search={{ back }}>
          {m.registerFirm}
        </ButtonLink>
      }
    >
      {m.noFirmText}
    </EmptyState>
  );
}
