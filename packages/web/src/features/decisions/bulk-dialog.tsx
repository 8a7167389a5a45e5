import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BulkPreviewRow, BulkRow } from '@tidu/api/decisions/contract';
import { useState } from 'react';
import { decisionsMessages } from '../../messages/decisions-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { sendJson } from '../../shared/api/send-json.ts';
import { sumOf } from '../../shared/format/sum-of.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { ActDialog, saidOf } from '../../shared/ui/act-dialog.tsx';
import { ChoiceGroup } from '../../shared/ui/choice-group.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { BulkResult } from './bulk-result.tsx';
import { BulkRows } from './bulk-rows.tsx';
import { bulkPreviewQuery } from './queries.ts';

type Choice = 'approve' | 'refuse';

interface BulkDialogProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

/** Decides many cases: each is looked at first, the confirmation names number and sum, and each has its own result. */
export function BulkDialog({ ids, onClose }: BulkDialogProps) {
  const m = useMessages(decisionsMessages);
  const client = useQueryClient();
  const [choice, setChoice] = useState<Choice>('approve');
  const [reason, setReason] = useState('');
  const [clause, setClause] = useState('');
  const preview = useQuery(bulkPreviewQuery(ids));
  const rows = preview.data?.rows ?? [];
  const ready = rows.filter((row) => row[choice] === null);
  const decide = useMutation({
    mutationFn: () =>
      sendJson<{ readonly rows: readonly BulkRow[] }>('POST', '/api/v1/decisions/bulk', {
        items: ready.map(({ applicationId, version }) => ({ applicationId, version })),
        decision: { outcome: choice, reason, ...(choice === 'refuse' ? { clause } : {}) },
      }),
    onSuccess: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'bulk' }),
  });
  const action = useConfirmWords(choice, ready);
  if (decide.data) return <BulkResult rows={rows} results={decide.data.rows} onClose={onClose} />;
  const isWritten = reason.trim() !== '' && (choice === 'approve' || clause.trim() !== '');
  return (
    <ActDialog
      wide
      isGrave={choice === 'refuse'}
      title={m.bulk.title(ids.length)}
      lead={m.bulk.lead}
      action={action}
      busy={decide.isPending}
      error={decide.error ?? preview.error}
      isReady={ready.length > 0 && isWritten}
      onConfirm={() => decide.mutate()}
      onClose={onClose}
    >
      <ChoiceGroup
        id="outcome"
        label={m.bulk.outcome}
        value={choice}
        onChange={(next) => setChoice(next === 'refuse' ? 'refuse' : 'approve')}
        choices={(['approve', 'refuse'] as const).map((value) => ({ value, label: m.bulk.choices[value] }))}
      />
      {preview.isPending ? <Skeleton lines={4} /> : <BulkRows rows={rows} choice={choice} />}
      <TextArea
        id="reason"
        label={m.reason}
        hint={m.reasonHint}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        error={saidOf(decide.error, 'decision.reason')}
      />
      {choice === 'refuse' && (
        <TextInput
          id="clause"
          label={m.clause}
          value={clause}
          onChange={setClause}
          maxLength={300}
          error={saidOf(decide.error, 'decision.clause')}
        />
      )}
    </ActDialog>
  );
}

/** Number and sum on the very button that decides. */
function useConfirmWords(choice: Choice, ready: readonly BulkPreviewRow[]): string {
  const { bulk } = useMessages(decisionsMessages);
  const format = useFormat();
  if (choice === 'refuse') return bulk.confirmRefuse(ready.length);
  const amounts = ready.map(({ amount }) => amount);
  if (amounts.every((amount) => amount === null)) return bulk.confirmCount(ready.length);
  return bulk.confirmApprove(ready.length, format.money(sumOf(amounts)));
}
