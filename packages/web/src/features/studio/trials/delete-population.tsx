import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { SentPopulation } from '@tidu/api/studio/populations/contract';
import { useState } from 'react';
import { studioWorkMessages } from '../../../messages/studio-work-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { ActDialog } from '../../../shared/ui/act-dialog.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { populationsQuery } from '../queries.ts';

interface DeletePopulationProps {
  readonly list: SentPopulation;
  readonly onDeleted: () => void;
}

/** Takes a list of firms away, after saying what stays. */
export function DeletePopulation({ list, onDeleted }: DeletePopulationProps) {
  const m = useMessages(studioWorkMessages);
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const remove = useMutation({
    mutationFn: () => sendJson('DELETE', `/api/v1/studio/populations/${encodeURIComponent(list.id)}`),
    onSuccess: async () => {
      setAsks(false);
      await client.invalidateQueries({ queryKey: populationsQuery.queryKey });
      onDeleted();
    },
  });
  return (
    <>
      <Button size="dense" look="quiet" onClick={() => setAsks(true)}>
        {m.deleteList}
      </Button>
      {asks && (
        <ActDialog
          title={m.deleteListNamed(list.name)}
          lead={m.deleteListLead(list.trials)}
          action={m.deleteList}
          isGrave
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}
