import type { ReactNode } from 'react';
import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { RequestFailed } from '../api/request-failed.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Notice } from './notice.tsx';

interface ActDialogProps {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly isReady?: boolean;
  readonly isGrave?: boolean;
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

/** The id of the field for a place in the request: `items.0.problem` is `items-0-problem`. */
export const fieldFor = (path: string): string => path.replaceAll('.', '-');

/** What the server says about one place in the request. */
export function saidOf(error: Error | null, path: string): string | undefined {
  if (!(error instanceof RequestFailed) || error.status !== 422) return undefined;
  const found = error.details.find((each) => each.path === path);
  return found && (found.fix ? `${found.message}。${found.fix}` : found.message);
}

/** One act with what it asks for; a refusal stands above the fields and leads to them. */
export function ActDialog({ title, lead, action, error, busy, ...rest }: ActDialogProps) {
  const { onConfirm, onClose, isReady = true, isGrave = false, wide = false, children } = rest;
  const m = useMessages(uiMessages);
  return (
    <Dialog
      open
      wide={wide}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{m.close}</Button>
          <Button look={isGrave ? 'danger' : 'primary'} busy={busy} disabled={!isReady} onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        {lead && <p className="text-small text-ink-2">{lead}</p>}
        <Refusal error={error} />
        {children}
      </div>
    </Dialog>
  );
}

function Refusal({ error }: { readonly error: Error | null }) {
  if (!error) return null;
  const details = error instanceof RequestFailed ? error.details : [];
  if (error instanceof RequestFailed && error.status === 422 && details.length > 0)
    return (
      <ErrorSummary
        problems={details.map(({ path, message, fix }) => ({
          field: fieldFor(path),
          message: fix ? `${message}。${fix}` : message,
        }))}
      />
    );
  return (
    <Notice tone="error" title={error.message}>
      {details.length > 0 && (
        <ul className="mt-1 text-small">
          {details.map(({ path, message }) => (
            <li key={`${path} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
