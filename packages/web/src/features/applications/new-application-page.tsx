import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { createLazyRoute, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { applicationsMessages } from '../../messages/applications-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { sendJson } from '../../shared/api/send-json.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { ChoiceGroup } from '../../shared/ui/choice-group.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ButtonLink, Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { myFirmsQuery } from '../firms/queries.ts';
import { SignedIn } from '../firms/signed-in.tsx';
import { schemeListQuery } from '../schemes/queries.ts';
import { isEmptyDraft } from '../self-check/model/draft.ts';
import { deviceShelf, recallDraft } from '../self-check/model/draft-storage.ts';
import { ApplicationRow } from './application-row.tsx';
import { applicationsQuery } from './queries.ts';

export const Route = createLazyRoute('/my/applications/new')({ component: NewApplicationPage });

function NewApplicationPage() {
  const m = useMessages(applicationsMessages);
  return (
    <div className="page-width pb-20">
      <SignedIn title={m.start}>
        <PageHeader title={m.start} lead={m.startLead} above={<Link to="/my/applications">{m.mine}</Link>} />
        <StartForm />
      </SignedIn>
    </div>
  );
}

/** Which scheme, for which firm, and whether the self-check on this device comes along. */
function StartForm() {
  const m = useMessages(applicationsMessages);
  const text = useText();
  const navigate = useNavigate();
  const search = Route.useSearch();
  const mine = useQuery(myFirmsQuery);
  const schemes = useQuery(schemeListQuery);
  const open = schemes.data?.schemes.filter(({ opening }) => opening.isOpen) ?? [];
  const [wantedScheme, setScheme] = useState<string | undefined>(search.scheme);
  const [wantedFirm, setFirm] = useState<string>();
  const [selfCheck] = useState(() => recallDraft(deviceShelf()));
  const hasSelfCheck = selfCheck !== undefined && !isEmptyDraft(selfCheck);
  const [takesIt, setTakesIt] = useState(search.from === 'self-check');
  const firms = mine.data?.firms ?? [];
  const firmId = wantedFirm ?? firms[0]?.id;
  const scheme = open.find(({ id }) => id === wantedScheme);
  const begin = useMutation({
    mutationFn: () =>
      sendJson<{ id: string }>('POST', '/api/v1/applications', {
        firmId,
        schemeId: scheme?.id,
        ...(takesIt && hasSelfCheck ? { facts: selfCheck.facts } : {}),
      }),
    onSuccess: ({ id }) =>
      navigate({ to: '/my/applications/$applicationId', params: { applicationId: id }, replace: true }),
  });
  if (mine.isPending || schemes.isPending) return <Skeleton lines={6} />;
  if (mine.data && firms.length === 0)
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
    <div className="max-w-3xl space-y-8">
      {firms.length > 1 && (
        <Select
          id="firm"
          label={m.whichFirm}
          value={firmId}
          options={firms.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setFirm}
        />
      )}
      <ChoiceGroup
        id="scheme"
        isStacked
        label={m.whichScheme}
        value={scheme?.id}
        onChange={setScheme}
        choices={open.map((each) => ({ value: each.id, label: text(each.label), hint: text(each.summary) }))}
      />
      {firmId && scheme && <OpenDrafts firmId={firmId} schemeId={scheme.id} />}
      {hasSelfCheck && (
        <Checkbox
          id="self-check"
          label={m.withSelfCheck}
          hint={m.withSelfCheckHint}
          checked={takesIt}
          onChange={setTakesIt}
        />
      )}
      {begin.isError && <Notice tone="error">{begin.error.message}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button look="primary" disabled={!scheme || !firmId} busy={begin.isPending} onClick={() => begin.mutate()}>
          {m.begin}
        </Button>
        {scheme && (
          <ButtonLink to="/schemes/$schemeId" params={{ schemeId: scheme.id }}>
            {m.readGuide}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}

/** Drafts that are there already, so that nobody starts twice without meaning to. */
function OpenDrafts({ firmId, schemeId }: { readonly firmId: string; readonly schemeId: string }) {
  const m = useMessages(applicationsMessages);
  const list = useInfiniteQuery(applicationsQuery(firmId));
  const drafts = list.data?.pages
    .flatMap((page) => page.applications)
    .filter((each) => each.state === 'draft' && each.schemeId === schemeId);
  if (!drafts || drafts.length === 0) return null;
  return (
    <Notice title={m.openDrafts}>
      <ul className="divide-y divide-line">
        {drafts.map((each) => (
          <ApplicationRow key={each.id} application={each} />
        ))}
      </ul>
    </Notice>
  );
}
