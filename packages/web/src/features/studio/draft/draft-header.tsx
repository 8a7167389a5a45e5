import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { useFormat } from '../../../shared/format/use-format.ts';
import { ActDialog } from '../../../shared/ui/act-dialog.tsx';
import { Button, buttonClass } from '../../../shared/ui/button.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { useDocumentTitle } from '../../../shared/ui/page-header.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { draftPath } from '../queries.ts';
import { StateMark } from '../state-mark.tsx';
import { SaveMark } from './save-mark.tsx';
import { ScopeButton } from './scope-button.tsx';
import { useDraftDesk } from './use-draft.tsx';

/** What is open, where it stands, whether it is saved, and the way back. */
export function DraftHeader() {
  const m = useMessages(studioMessages);
  const text = useText();
  const format = useFormat();
  const { draft, view, doc, keeper, mayEdit } = useDraftDesk();
  const [renames, setRenames] = useState(false);
  useDocumentTitle(draft.title);
  const from = doc.inForce?.from;
  const isOpen = ['draft', 'in-consultation', 'approved'].includes(draft.state);
  return (
    <header>
      <p className="text-small text-ink-2">
        <Link to="/studio">{m.title}</Link>
        <span className="mx-2 text-ink-3">/</span>
        {text(doc.label) || draft.policyId}
      </p>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 tabIndex={-1} className="text-h2">
            {draft.title}
          </h1>
          <StateMark state={draft.state} />
          {from && <span className="text-small text-ink-2">{m.willStart(format.day(from))}</span>}
          <ScopeButton />
          {mayEdit && (
            <Button size="dense" look="quiet" onClick={() => setRenames(true)}>
              {m.rename}
            </Button>
          )}
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <SaveMark />
          {mayEdit && (
            <>
              <Button
                size="dense"
                disabled={!view.canUndo}
                aria-keyshortcuts="Control+Z"
                title="Ctrl+Z"
                onClick={() => void keeper.step('undo')}
              >
                {m.undo}
              </Button>
              <Button
                size="dense"
                disabled={!view.canRedo}
                aria-keyshortcuts="Control+Y"
                title="Ctrl+Y"
                onClick={() => void keeper.step('redo')}
              >
                {m.redo}
              </Button>
            </>
          )}
          <a className={buttonClass('secondary', 'dense')} href={`${draftPath(draft.id)}/export`} download>
            {m.exportJson}
          </a>
        </div>
      </div>
      {draft.withdrawnBecause !== null ? (
        <div className="mt-3 max-w-5xl">
          <Notice tone="open" title={m.withdrawnBecause}>
            {draft.withdrawnBecause}
          </Notice>
        </div>
      ) : (
        !draft.permitted.includes('edit') && (
          <p className="mt-2 text-small text-ink-2">{isOpen ? m.editedByOthers : m.readOnly}</p>
        )
      )}
      {renames && <RenameDialog onClose={() => setRenames(false)} />}
    </header>
  );
}

function RenameDialog({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages(studioMessages);
  const { draft, keeper } = useDraftDesk();
  const client = useQueryClient();
  const [title, setTitle] = useState(draft.title);
  const rename = useMutation({
    mutationFn: async () => {
      await keeper.flush();
      return sendJson('PUT', `${draftPath(draft.id)}/title`, { version: keeper.view.version, title: title.trim() });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['studio', 'draft', draft.id] });
      await keeper.refresh();
      onClose();
    },
  });
  return (
    <ActDialog
      title={m.rename}
      action={m.saveWord}
      busy={rename.isPending}
      error={rename.error}
      isReady={title.trim() !== ''}
      onConfirm={() => rename.mutate()}
      onClose={onClose}
    >
      <TextInput id="title" label={m.draftTitle} value={title} maxLength={120} onChange={setTitle} />
    </ActDialog>
  );
}
