import { useMutation } from '@tanstack/react-query';
import type { DraftChange } from '@tidu/api/applications/drafts/contract';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Notice } from '../../../shared/ui/notice.tsx';
import { applicationPath } from '../queries.ts';
import { ChangeNotice } from './change-notice.tsx';

interface AdoptRulesProps {
  readonly id: string;
  readonly change: DraftChange;
  readonly save: () => Promise<number | undefined>;
  readonly onDone: () => void;
}

/** Tells what changed in the rules, and moves the draft to the new ones when the person says so. */
export function AdoptRules({ id, change, save, onDone }: AdoptRulesProps) {
  const adopt = useMutation({
    mutationFn: async () => sendJson('POST', `${applicationPath(id)}/draft/adopt`, { draftVersion: await save() }),
    onSuccess: onDone,
  });
  return (
    <>
      {adopt.isError && <Notice tone="error">{adopt.error.message}</Notice>}
      <ChangeNotice change={change} isBusy={adopt.isPending} onAdopt={() => adopt.mutate()} />
    </>
  );
}
