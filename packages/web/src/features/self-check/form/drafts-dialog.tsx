import { useState } from 'react';
import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import type { Draft } from '../model/draft.ts';
import { changeDraft, forgetDraft, openDraft, saveNow, startNewDraft, useSession } from '../model/draft-session.ts';
import { deviceShelf, listDrafts } from '../model/draft-storage.ts';
import { BrokenDrafts } from './broken-drafts.tsx';
import { DraftRow } from './draft-row.tsx';

/** All drafts of this device: open, name, start anew, delete after asking; those that cannot be read are kept and shown. */
export function DraftsDialog({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages(selfCheckMessages);
  const { draft } = useSession();
  const [stored, setStored] = useState(() => {
    saveNow();
    return listDrafts(deviceShelf());
  });
  const [asking, setAsking] = useState<Draft>();
  const refresh = (): void => setStored(listDrafts(deviceShelf()));
  const leave = (go: () => void) => () => {
    go();
    onClose();
  };
  if (asking) {
    const remove = (): void => {
      forgetDraft(asking.id);
      setAsking(undefined);
      refresh();
    };
    return (
      <Dialog
        open
        onClose={() => setAsking(undefined)}
        title={m.deleteAsk(asking.name || m.unnamed)}
        actions={
          <>
            <Button onClick={() => setAsking(undefined)}>{m.cancel}</Button>
            <Button look="danger" onClick={remove}>
              {m.deleteDraft}
            </Button>
          </>
        }
      >
        <p>{m.deleteText}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={m.drafts}
      actions={
        <Button look="primary" onClick={leave(startNewDraft)}>
          {m.newDraft}
        </Button>
      }
    >
      <TextInput
        id="draft-name"
        label={m.draftName}
        value={draft.name}
        maxLength={60}
        placeholder={m.unnamed}
        onChange={(name) => changeDraft((d) => ({ ...d, name }))}
      />
      {stored.drafts.length === 0 && <p className="mt-4 text-ink-2">{m.noDrafts}</p>}
      <ul className="mt-5 space-y-2">
        {stored.drafts.map((each) => (
          <DraftRow
            key={each.id}
            draft={each.id === draft.id ? draft : each}
            isCurrent={each.id === draft.id}
            onOpen={leave(() => openDraft(each))}
            onDelete={() => setAsking(each)}
          />
        ))}
      </ul>
      <BrokenDrafts broken={stored.broken} onChange={refresh} />
    </Dialog>
  );
}
