import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CaseFilters, SavedViewList } from '@tidu/api/review/desk/contract';
import { useState } from 'react';
import { deskMessages } from '../../messages/desk-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { sendJson } from '../../shared/api/send-json.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { CrossIcon } from '../../shared/ui/icons.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { isFiltered } from './desk-filters.ts';
import { viewsQuery } from './queries.ts';

/** Views one has saved, and those the office shares; each is a link. */
export function SavedViews({ filters }: { readonly filters: CaseFilters }) {
  const m = useMessages(deskMessages);
  const client = useQueryClient();
  const list = useQuery(viewsQuery);
  const [isSaving, setSaving] = useState(false);
  const remove = useMutation({
    mutationFn: (id: string) => sendJson<SavedViewList>('DELETE', `/api/v1/desk/views/${id}`),
    onSuccess: (views) => client.setQueryData(viewsQuery.queryKey, views),
  });
  const views = list.data?.views ?? [];
  return (
    <nav aria-label={m.views} className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small">
      {views.map((view) => (
        <span key={view.id} className="inline-flex items-center gap-1">
          <Link to="/desk" search={view.filters} title={view.isMine ? undefined : m.sharedBy(view.ownerName)}>
            {view.name}
          </Link>
          {view.isMine && (
            <button
              type="button"
              aria-label={m.removeView(view.name)}
              className="inline-flex size-6 items-center justify-center rounded-full text-ink-3 hover:bg-sunken"
              onClick={() => remove.mutate(view.id)}
            >
              <CrossIcon />
            </button>
          )}
        </span>
      ))}
      {isFiltered(filters) && (
        <Button look="quiet" size="dense" onClick={() => setSaving(true)}>
          {m.saveView}
        </Button>
      )}
      {isSaving && <SaveView filters={filters} onClose={() => setSaving(false)} />}
    </nav>
  );
}

function SaveView({ filters, onClose }: { readonly filters: CaseFilters; readonly onClose: () => void }) {
  const m = useMessages(deskMessages);
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const save = useMutation({
    mutationFn: () => sendJson<SavedViewList>('POST', '/api/v1/desk/views', { name, filters, isShared }),
    onSuccess: (views) => {
      client.setQueryData(viewsQuery.queryKey, views);
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={m.saveView}
      actions={
        <>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button look="primary" busy={save.isPending} disabled={name.trim() === ''} onClick={() => save.mutate()}>
            {m.save}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {save.error && <Notice tone="error">{save.error.message}</Notice>}
        <TextInput id="view-name" label={m.viewName} value={name} onChange={setName} maxLength={40} />
        <Checkbox id="view-shared" label={m.shareView} checked={isShared} onChange={setShared} />
      </div>
    </Dialog>
  );
}
