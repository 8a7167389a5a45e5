import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Ranking } from '@tidu/api/allocations/contract';
import { useState } from 'react';
import { allocationsMessages } from '../../messages/allocations-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { sendJson } from '../../shared/api/send-json.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { ActDialog, saidOf } from '../../shared/ui/act-dialog.tsx';
import { useAnnouncer } from '../../shared/ui/live-region.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { type PoolKey, poolPath } from './queries.ts';

interface ConfirmDialogProps {
  readonly ranking: Ranking;
  readonly poolKey: PoolKey;
  readonly onClose: () => void;
}

/** Confirms the ranking exactly as it stands on the page. */
export function ConfirmDialog({ ranking, poolKey, onClose }: ConfirmDialogProps) {
  const m = useMessages(allocationsMessages);
  const format = useFormat();
  const client = useQueryClient();
  const { show } = useAnnouncer();
  const [reason, setReason] = useState('');
  const funded = ranking.claims.filter(({ got }) => got !== '0').length;
  const confirm = useMutation({
    mutationFn: () => sendJson('POST', `${poolPath(poolKey)}/allocations`, { digest: ranking.digest, reason }),
    onSuccess: () => {
      show(m.confirmed(funded));
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['pools'] }),
  });
  return (
    <ActDialog
      title={m.confirmTitle}
      lead={(ranking.changed.length > 0 ? m.confirmAgainLead : m.confirmLead)(
        funded,
        format.money(ranking.outcome.paid),
      )}
      action={m.confirm}
      busy={confirm.isPending}
      error={confirm.error}
      isReady={reason.trim() !== ''}
      onConfirm={() => confirm.mutate()}
      onClose={onClose}
    >
      <TextArea
        id="reason"
        label={m.reason}
        value={reason}
        onChange={setReason}
        error={saidOf(confirm.error, 'reason')}
      />
    </ActDialog>
  );
}
