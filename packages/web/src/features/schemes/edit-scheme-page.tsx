import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { SchemeDocument, StoredRevision } from '@tidu/api/schemes/contract';
import { useState } from 'react';
import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { RequestFailed } from '../../shared/api/request-failed.ts';
import { sendJson } from '../../shared/api/send-json.ts';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ErrorSummary } from '../../shared/ui/error-summary.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { Tabs } from '../../shared/ui/tabs.tsx';
import { timeOf } from '../self-check/model/clock-time.ts';
import { useSession } from '../session/use-session.ts';
import { GuideView } from './guide-view.tsx';
import { revisionsQuery, schemePath, schemeQuery } from './queries.ts';
import { SchemeForm } from './scheme-form.tsx';

export const Route = createLazyRoute('/desk/schemes/$schemeId')({ component: EditSchemePage });

/** One scheme being drafted, with its guide as people will read it. */
function EditSchemePage() {
  const m = useMessages(schemesMessages);
  const { schemeId } = Route.useParams();
  const list = useQuery(revisionsQuery);
  const isRefused = list.error instanceof RequestFailed && [401, 403].includes(list.error.status);
  const mine = list.data?.revisions.filter(({ id }) => id === schemeId) ?? [];
  const latest = mine.find(({ status }) => status === 'draft') ?? mine[0];
  return (
    <div className="page-width pb-20">
      {list.isPending && <Skeleton lines={8} />}
      {isRefused && (
        <>
          <PageHeader title={m.manage} />
          <EmptyState title={m.noAccess}>{m.noAccessText}</EmptyState>
        </>
      )}
      {list.isError && !isRefused && <Notice tone="error">{list.error.message}</Notice>}
      {latest && <Editor key={latest.id} latest={latest} />}
    </div>
  );
}

function Editor({ latest }: { readonly latest: StoredRevision }) {
  const m = useMessages(schemesMessages);
  const text = useText();
  const client = useQueryClient();
  const { session } = useSession();
  const [scheme, setScheme] = useState<SchemeDocument>(latest.document);
  const [basedOn, setBasedOn] = useState(latest.status === 'draft' ? latest.hash : null);
  const [tab, setTab] = useState('form');
  const guide = useQuery(schemeQuery(latest.id)).data;
  const mayEdit = session?.staff.some(({ role }) => role === 'policy-editor') ?? false;
  const save = useMutation({
    mutationFn: () =>
      sendJson<{ hash: string }>('PUT', `${schemePath(latest.id)}/draft`, { document: scheme, basedOn }),
    onSuccess: ({ hash }) => {
      setBasedOn(hash);
      return client.invalidateQueries({ queryKey: ['scheme-revisions'] });
    },
  });
  const failure = save.error instanceof RequestFailed ? save.error : undefined;
  const problems = (failure?.details ?? []).map(({ path, message, fix }) => {
    const field = path.replace(/^document\./, '');
    const limit = field.startsWith('limits.') ? m.step[field.slice('limits.'.length)] : undefined;
    return {
      field,
      message: [limit && `${limit}${m.colon}`, message, fix && `${m.stop}${fix}`].filter(Boolean).join(''),
    };
  });
  const preview = {
    scheme,
    steps: (guide?.steps ?? []).map((step) => ({
      ...step,
      limitDays: scheme.limits[step.kind as keyof typeof scheme.limits] ?? step.limitDays,
    })),
    ...(guide?.policyVersion ? { policyVersion: guide.policyVersion } : {}),
  };
  return (
    <>
      <PageHeader title={text(scheme.label)} above={<Link to="/desk/schemes">{m.manage}</Link>}>
        {mayEdit && (
          <div className="mt-4 flex flex-wrap items-center gap-4">
            <Button look="primary" busy={save.isPending} onClick={() => save.mutate()}>
              {m.save}
            </Button>
            {save.isSuccess && (
              <span role="status" className="text-small text-ink-2">
                {m.saved(timeOf(new Date(save.submittedAt).toISOString()))}
              </span>
            )}
          </div>
        )}
      </PageHeader>
      {problems.length > 0 && (
        <div className="mb-6">
          <ErrorSummary problems={problems} />
        </div>
      )}
      {save.isError && problems.length === 0 && (
        <div className="mb-6">
          <Notice tone="error">{save.error.message}</Notice>
        </div>
      )}
      <Tabs
        label={text(scheme.label)}
        current={mayEdit ? tab : 'preview'}
        onChange={setTab}
        tabs={[
          ...(mayEdit
            ? [
                {
                  id: 'form',
                  label: m.form,
                  panel: <SchemeForm scheme={scheme} problems={problems} onChange={setScheme} />,
                },
              ]
            : []),
          { id: 'preview', label: m.preview, panel: <GuideView guide={preview} /> },
        ]}
      />
    </>
  );
}
