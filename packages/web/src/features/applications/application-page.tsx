import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { Application } from '@tidu/api/applications/contract';
import { useState } from 'react';
import { applicationsMessages } from '../../messages/applications-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { RequestFailed } from '../../shared/api/request-failed.ts';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { SignedIn } from '../firms/signed-in.tsx';
import { CaseActions } from './case/case-actions.tsx';
import { CaseView } from './case/case-view.tsx';
import { DraftForm } from './draft/draft-form.tsx';
import { applicationQuery, draftQuery } from './queries.ts';
import { TransitionNotice } from './transition-notice.tsx';

export const Route = createLazyRoute('/my/applications/$applicationId')({ component: ApplicationPage });

function ApplicationPage() {
  const m = useMessages(applicationsMessages);
  const { applicationId } = Route.useParams();
  return (
    <div className="page-width pb-20">
      <SignedIn title={m.mine}>
        <OneApplication key={applicationId} id={applicationId} />
      </SignedIn>
    </div>
  );
}

/** A draft to fill in, or a case to follow. */
function OneApplication({ id }: { readonly id: string }) {
  const m = useMessages(applicationsMessages);
  const text = useText();
  const { data, isPending, error, refetch } = useQuery(applicationQuery(id));
  const isMissing = error instanceof RequestFailed && [403, 404].includes(error.status);
  const isWriting = data?.state === 'draft' || data?.state === 'returned';
  return (
    <>
      <PageHeader
        title={data?.projectName || (data ? text(data.schemeLabel) : m.mine)}
        above={<Link to="/my/applications">{m.mine}</Link>}
        lead={
          data && (
            <span className="text-body">
              <Link to="/schemes/$schemeId" params={{ schemeId: data.schemeId }}>
                {text(data.schemeLabel)}
              </Link>
              {' · '}
              {data.firmName}
              {data.number && (
                <span className="tabular-nums">
                  {' · '}
                  <span className="whitespace-nowrap">{`${m.number} ${data.number}`}</span>
                </span>
              )}
            </span>
          )
        }
      />
      {isPending && <Skeleton lines={8} />}
      {isMissing && <EmptyState title={m.notFound}>{m.notFoundText}</EmptyState>}
      {error && !isMissing && (
        <Notice tone="error" title={m.failed}>
          <div className="mt-3">
            <Button onClick={() => void refetch()}>{m.retry}</Button>
          </div>
        </Notice>
      )}
      {data && <TransitionNotice applicationId={data.id} />}
      {data && isWriting && <Writing application={data} />}
      {data && !isWriting && <CaseView application={data} />}
    </>
  );
}

function Writing({ application }: { readonly application: Application }) {
  const m = useMessages(applicationsMessages);
  const draft = useQuery(draftQuery(application.id));
  const [opened, setOpened] = useState(0);
  const reload = async (): Promise<void> => {
    await draft.refetch();
    setOpened((n) => n + 1);
  };
  const form = draft.data && (
    <DraftForm
      key={`${application.state} ${opened}`}
      application={application}
      draft={draft.data}
      onReload={() => void reload()}
    />
  );
  if (draft.isPending) return <Skeleton lines={10} />;
  if (draft.isError)
    return (
      <Notice tone="error" title={m.failed}>
        {draft.error.message}
      </Notice>
    );
  if (application.state === 'returned') return <CaseView application={application}>{form}</CaseView>;
  return (
    <>
      {form}
      <div className="mt-12">
        <CaseActions application={application} />
      </div>
    </>
  );
}
