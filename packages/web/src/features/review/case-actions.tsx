import { type ComponentType, useState } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { Button, type ButtonLook } from '../../shared/ui/button.tsx';
import { useCase } from './case-context.tsx';
import { AcceptDeferredDialog, AcceptDialog, RefuseAcceptanceDialog } from './intake-dialogs.tsx';
import { ReturnDialog } from './return-dialog.tsx';

type ActionDialog = ComponentType<{ readonly onClose: () => void }>;

/** The events that are done from the head of the page; the others have their own section further down. */
const DIALOGS: Readonly<Record<string, ActionDialog>> = {
  return: ReturnDialog,
  accept: AcceptDialog,
  'accept-deferred': AcceptDeferredDialog,
  'refuse-acceptance': RefuseAcceptanceDialog,
};
const LOOK: Readonly<Record<string, ButtonLook>> = { accept: 'primary', 'refuse-acceptance': 'quiet' };

/** What the lifecycle permits the reader now; what is blocked says by what. */
export function CaseActions() {
  const m = useMessages(reviewMessages);
  const text = useText();
  const { view } = useCase();
  const [open, setOpen] = useState<string>();
  const events = view.permitted.filter(({ event }) => event in DIALOGS);
  const OpenDialog = open === undefined ? undefined : DIALOGS[open];
  if (events.length === 0) return null;
  const blocked = events.filter(({ permitted }) => !permitted);
  return (
    <section aria-label={m.actions}>
      <div className="flex flex-wrap gap-2">
        {events.map(({ event, label, permitted }) => (
          <Button
            key={event}
            size="dense"
            look={LOOK[event] ?? 'secondary'}
            disabled={!permitted}
            onClick={() => setOpen(event)}
          >
            {text(label)}
          </Button>
        ))}
      </div>
      {blocked.length > 0 && (
        <ul className="mt-2 text-caption text-ink-3">
          {blocked.map(({ event, label, blockedBy }) => (
            <li key={event}>{`${text(label)}：${blockedBy.map(({ message }) => message).join('；')}`}</li>
          ))}
        </ul>
      )}
      {OpenDialog && <OpenDialog onClose={() => setOpen(undefined)} />}
    </section>
  );
}
