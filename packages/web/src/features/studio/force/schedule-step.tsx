import { useMutation } from '@tanstack/react-query';
import type { SavedStudioDraft } from '@tidu/api/studio/drafts/contract';
import type { PathToForce } from '@tidu/api/studio/force/contract';
import { useState } from 'react';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { DateInput } from '../../../shared/ui/date-input.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { draftPath } from '../queries.ts';
import { useForceDone } from './use-force-done.ts';

/** The day from which the text applies; it is part of what is approved. */
export function ScheduleStep({ force }: { readonly force: PathToForce }) {
  const m = useMessages(studioForceMessages);
  const { draft, keeper, mayEdit } = useDraftDesk();
  const done = useForceDone();
  const [from, setFrom] = useState<string | undefined>(force.inForceFrom ?? undefined);
  const [to, setTo] = useState<string | undefined>(force.inForceTo ?? undefined);
  const save = useMutation({
    mutationFn: async () => {
      await keeper.flush();
      return sendJson<SavedStudioDraft>('PUT', `${draftPath(draft.id)}/schedule`, {
        version: keeper.view.version,
        inForceFrom: from,
        inForceTo: to ?? null,
      });
    },
    onSuccess: async (saved) => {
      keeper.adopt(saved);
      await done();
    },
  });
  const isSame = from === (force.inForceFrom ?? undefined) && to === (force.inForceTo ?? undefined);
  return (
    <>
      <div className="flex flex-wrap items-end gap-5">
        <DateInput id="force-from" label={m.inForceFrom} value={from} disabled={!mayEdit} onChange={setFrom} />
        <DateInput id="force-to" label={m.inForceTo} optional value={to} disabled={!mayEdit} onChange={setTo} />
        {mayEdit && (
          <Button busy={save.isPending} disabled={from === undefined || isSame} onClick={() => save.mutate()}>
            {m.setDate}
          </Button>
        )}
      </div>
      {save.isError && <Notice tone="error">{save.error.message}</Notice>}
    </>
  );
}
