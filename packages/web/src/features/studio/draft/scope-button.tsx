import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useList, useMessages, useText } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { ActDialog } from '../../../shared/ui/act-dialog.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Checkbox } from '../../../shared/ui/checkbox.tsx';
import { draftPath, libraryQuery } from '../queries.ts';
import { useDraftDesk } from './use-draft.tsx';

/** Which parks the text applies to: one, several, or the whole zone. */
export function ScopeButton() {
  const m = useMessages(studioMessages);
  const text = useText();
  const list = useList();
  const { draft, mayEdit } = useDraftDesk();
  const parks = useQuery(libraryQuery).data?.parks ?? [];
  const [opens, setOpens] = useState(false);
  const said =
    draft.parks === null
      ? m.wholeZone
      : list(draft.parks.map((id) => text(parks.find((park) => park.id === id)?.label) || id));
  if (!mayEdit) return <span className="text-small text-ink-2">{m.appliesTo(said)}</span>;
  return (
    <>
      <Button size="dense" look="quiet" onClick={() => setOpens(true)}>
        {m.appliesTo(said)}
      </Button>
      {opens && <ScopeDialog parks={parks} onClose={() => setOpens(false)} />}
    </>
  );
}

interface ScopeDialogProps {
  readonly parks: readonly { readonly id: string; readonly label: Readonly<Record<string, string>> }[];
  readonly onClose: () => void;
}

function ScopeDialog({ parks, onClose }: ScopeDialogProps) {
  const m = useMessages(studioMessages);
  const text = useText();
  const { draft, keeper } = useDraftDesk();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>(draft.parks ?? []);
  const save = useMutation({
    mutationFn: async () => {
      await keeper.flush();
      return sendJson('PUT', `${draftPath(draft.id)}/scope`, {
        version: keeper.view.version,
        parks: chosen.length === 0 ? null : chosen,
      });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['studio', 'draft', draft.id] });
      await keeper.refresh();
      onClose();
    },
  });
  return (
    <ActDialog
      title={m.scopeTitle}
      lead={m.scopeLead}
      action={m.saveWord}
      busy={save.isPending}
      error={save.error}
      onConfirm={() => save.mutate()}
      onClose={onClose}
    >
      {parks.map((park) => (
        <Checkbox
          key={park.id}
          id={`park-${park.id}`}
          label={text(park.label)}
          checked={chosen.includes(park.id)}
          onChange={(on) => setChosen(on ? [...chosen, park.id] : chosen.filter((id) => id !== park.id))}
        />
      ))}
    </ActDialog>
  );
}
