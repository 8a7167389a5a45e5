import type { ReactNode } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { RequestFailed } from '../../shared/api/request-failed.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { ErrorSummary } from '../../shared/ui/error-summary.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { summaryOf } from '../firms/problems-of.ts';
import type { CaseChange } from './queries.ts';

interface ChangeDialogProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly action: string;
  readonly change: CaseChange;
  readonly problems: ReadonlyMap<string, string>;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly isReady?: boolean;
  readonly isGrave?: boolean;
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

/** A field of the dialog for a place in the request: `items.0.problem` is the field `items-0-problem`. */
export const fieldFor = (path: string): string => path.replaceAll('.', '-');

/** One act on a case with what it asks for: the refusal stands above the fields and leads to them. */
export function ChangeDialog({ title, lead, action, change, problems, ...rest }: ChangeDialogProps) {
  const { onConfirm, onClose, isReady = true, isGrave = false, wide = false, children } = rest;
  const m = useMessages(reviewMessages);
  const { error } = change;
  const message = error instanceof RequestFailed && error.status === 409 ? m.changed : error?.message;
  const said = error instanceof RequestFailed && error.status === 412 ? error.details.map((each) => each.message) : [];
  return (
    <Dialog
      open
      wide={wide}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button look={isGrave ? 'danger' : 'primary'} busy={change.isPending} disabled={!isReady} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {lead && <p className="text-small text-ink-2">{lead}</p>}
        {problems.size > 0 && <ErrorSummary problems={summaryOf(problems, fieldFor)} />}
        {error && problems.size === 0 && (
          <Notice tone="error" title={message}>
            {said.length > 0 && <p>{said.join('；')}</p>}
          </Notice>
        )}
        {children}
      </div>
    </Dialog>
  );
}
