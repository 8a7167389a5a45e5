import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { StudioDraft } from '@tidu/api/studio/drafts/contract';
import type { PolicyDoc } from '@tidu/rules';
import { studioMessages } from '../../../messages/studio-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { useInstant } from '../../../shared/format/instant.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Dialog } from '../../../shared/ui/dialog.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { placeNames } from '../model/place-name.ts';
import type { Conflict } from './draft-keeper.ts';
import { useDraftDesk } from './use-draft.tsx';

const shortOf = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return String(value);
  const said = 'zh-CN' in value ? value['zh-CN'] : undefined;
  return typeof said === 'string' ? said : JSON.stringify(value).slice(0, 80);
};

/** Somebody else saved first on the same place: who, when, what; both texts are kept until a person chooses. */
export function ConflictDialog({ conflict }: { readonly conflict: Conflict }) {
  const m = useMessages(studioMessages);
  const instant = useInstant();
  const navigate = useNavigate();
  const { draft, keeper } = useDraftDesk();
  const { locale } = useLocale();
  const { theirs, edits, merged, mine, ops } = conflict;
  const settle = useMutation({ mutationFn: (choice: 'theirs' | 'merged') => keeper.settle(choice) });
  const keepBoth = useMutation({
    mutationFn: () =>
      sendJson<StudioDraft>('POST', '/api/v1/studio/drafts', {
        from: 'json',
        policyId: draft.policyId,
        title: m.copyTitle(draft.title).slice(0, 120),
        document: mine,
      }),
    onSuccess: async ({ id }) => {
      await keeper.settle('theirs');
      await navigate({ to: '/studio/drafts/$draftId', params: { draftId: id } });
    },
  });
  const nameOf = (path: string): string => placeNames(mine as unknown as PolicyDoc, path, locale).join(' · ') || path;
  const busy = settle.isPending || keepBoth.isPending;
  return (
    <Dialog
      open
      wide
      onClose={() => {}}
      title={m.conflictTitle}
      actions={
        <>
          <Button busy={busy} onClick={() => settle.mutate('theirs')}>
            {m.takeTheirs}
          </Button>
          <Button busy={busy} onClick={() => keepBoth.mutate()}>
            {m.keepBoth}
          </Button>
          <Button look="primary" busy={busy} disabled={!merged} onClick={() => settle.mutate('merged')}>
            {m.mineOnTop}
          </Button>
        </>
      }
    >
      <p>{m.conflictLead(theirs.updatedBy.name, instant(theirs.updatedBy.at))}</p>
      <div className="mt-4 grid gap-4 sm:grid-cols-2">
        <section className="rounded-2 border border-line p-3">
          <h3 className="font-semibold">{m.theirChanges}</h3>
          <ul className="mt-1 space-y-1 text-small text-ink-2">
            {edits.map((edit) => (
              <li key={edit.version}>
                {edit.summary}
                <span className="ml-2 text-caption text-ink-3">
                  {edit.by.name} {instant(edit.by.at)}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section className="rounded-2 border border-line p-3">
          <h3 className="font-semibold">{m.myChanges}</h3>
          <ul className="mt-1 space-y-1 text-small break-all text-ink-2">
            {ops.map((op) => (
              <li key={`${op.op} ${op.path}`}>
                {m.op[op.op]} {'value' in op ? m.labelled(nameOf(op.path), shortOf(op.value)) : nameOf(op.path)}
              </li>
            ))}
          </ul>
        </section>
      </div>
      {!merged && <p className="mt-3 text-small text-ink-2">{m.cannotMerge}</p>}
      {keepBoth.isError && (
        <div className="mt-3">
          <Notice tone="error">{keepBoth.error.message}</Notice>
        </div>
      )}
    </Dialog>
  );
}
