import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { Firm } from '@tidu/api/firms/contract';
import { useState } from 'react';
import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { RequestFailed } from '../../shared/api/request-failed.ts';
import { sendJson } from '../../shared/api/send-json.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ErrorSummary } from '../../shared/ui/error-summary.tsx';
import { useAnnouncer } from '../../shared/ui/live-region.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import type { Problems } from './check-filled.ts';
import { FirmFrame } from './firm-frame.tsx';
import { problemsOf, summaryOf } from './problems-of.ts';
import { changesOf, draftOf, profileField } from './profile-draft.ts';
import { ProfileFields } from './profile-fields.tsx';
import { firmPath, firmQuery } from './queries.ts';
import { useProfileCheck } from './use-profile-check.ts';

const NONE: Problems = new Map();

export const Route = createLazyRoute('/my/firm/$firmId')({ component: ProfilePage });

function ProfilePage() {
  const { firmId } = Route.useParams();
  const m = useMessages(firmsMessages);
  return (
    <FirmFrame firmId={firmId} tab="profile" lead={m.profileLead}>
      {(firm) => <ProfileForm key={`${firm.id} ${firm.version}`} firm={firm} />}
    </FirmFrame>
  );
}

/** Changes the profile as it was read; when somebody else was quicker, nothing is overwritten and the page says so. */
function ProfileForm({ firm }: { readonly firm: Firm }) {
  const m = useMessages(firmsMessages);
  const { show } = useAnnouncer();
  const client = useQueryClient();
  const before = draftOf(firm);
  const [draft, setDraft] = useState(before);
  const save = useMutation({
    mutationFn: () =>
      sendJson<Firm>('PATCH', firmPath(firm.id), { version: firm.version, ...changesOf(before, draft) }),
    onSuccess: (changed) => {
      show(m.saved);
      client.setQueryData(firmQuery(firm.id).queryKey, changed);
    },
  });
  const check = useProfileCheck();
  const [missing, setMissing] = useState<Problems>(NONE);
  const problems = missing.size > 0 ? missing : problemsOf(save.error);
  const isStale = save.error instanceof RequestFailed && save.error.code === 'changed-meanwhile';
  const mayChange = firm.may.includes('change');
  const isSame = Object.keys(changesOf(before, draft)).length === 0;
  return (
    <form
      noValidate
      className="max-w-prose space-y-8"
      onSubmit={(event) => {
        event.preventDefault();
        const found = check(draft);
        setMissing(found);
        if (isSame) show(m.noChanges);
        else if (found.size === 0) save.mutate();
      }}
    >
      {isStale && (
        <Notice tone="open" title={m.stale}>
          <p>{m.staleText}</p>
          <div className="mt-3">
            <Button onClick={() => void client.invalidateQueries(firmQuery(firm.id))}>{m.staleReload}</Button>
          </div>
        </Notice>
      )}
      <ErrorSummary problems={summaryOf(problems, profileField)} />
      {save.isError && !isStale && problems.size === 0 && <Notice tone="error">{save.error.message}</Notice>}
      <ProfileFields draft={draft} onChange={setDraft} problems={problems} disabled={!mayChange} />
      {mayChange && (
        <Button type="submit" look="primary" busy={save.isPending}>
          {m.save}
        </Button>
      )}
    </form>
  );
}
