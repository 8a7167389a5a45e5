import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { applicationsMessages } from '../../messages/applications-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { ChoiceGroup } from '../../shared/ui/choice-group.tsx';
import { ButtonLink } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { schemeListQuery } from '../schemes/queries.ts';
import type { Draft } from '../self-check/model/draft.ts';
import { ApplicationRow } from './application-row.tsx';
import { applicationsQuery } from './queries.ts';
import { useBegin } from './use-begin.ts';

interface StartFormProps {
  readonly firms: readonly { readonly id: string; readonly name: string }[];
  readonly scheme: string | undefined;
  /** The self-check on this device, if there is one. */
  readonly selfCheck: Draft | undefined;
  readonly takesSelfCheck: boolean;
}

/** Which scheme, for which firm, and whether the self-check on this device comes along. */
export function StartForm({ firms, scheme: asked, selfCheck, takesSelfCheck }: StartFormProps) {
  const m = useMessages(applicationsMessages);
  const text = useText();
  const schemes = useQuery(schemeListQuery);
  const open = schemes.data?.schemes.filter(({ opening }) => opening.isOpen) ?? [];
  const [wantedScheme, setScheme] = useState<string | undefined>(asked);
  const [wantedFirm, setFirm] = useState<string>();
  const [takesIt, setTakesIt] = useState(takesSelfCheck);
  const firmId = wantedFirm ?? firms[0]?.id;
  const scheme = open.find(({ id }) => id === wantedScheme);
  const begin = useBegin();
  if (schemes.isPending) return <Skeleton lines={6} />;
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
      {selfCheck && (
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
        <Button
          look="primary"
          disabled={!scheme || !firmId}
          busy={begin.isPending}
          onClick={() =>
            scheme && firmId && begin.mutate({ firmId, schemeId: scheme.id, ...(takesIt ? { selfCheck } : {}) })
          }
        >
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
