import { type ReactNode, useEffect, useId, useRef } from 'react';
import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { CrossIcon } from './icons.tsx';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Room for a document or a table. */
  readonly wide?: boolean;
  /** Buttons at the foot, the main one last. */
  readonly actions?: ReactNode;
}

/** The browser's own modal dialog: it holds the focus, closes on Escape and gives the focus back. */
export function Dialog({ open, onClose, title, children, actions, wide }: DialogProps) {
  const m = useMessages(uiMessages);
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={box}
      aria-labelledby={titleId}
      onClose={onClose}
      className={`m-auto ${wide ? 'w-[56rem]' : 'w-[32rem]'} max-w-[calc(100vw-2rem)] rounded-3 border border-line bg-raised p-6 text-ink shadow-2`}
    >
      <div className="flex items-start justify-between gap-4">
        <h2 id={titleId} className="text-h2">
          {title}
        </h2>
        <button
          type="button"
          aria-label={m.close}
          onClick={onClose}
          className="inline-flex size-9 items-center justify-center rounded-full hover:bg-sunken"
        >
          <CrossIcon />
        </button>
      </div>
      <div className="mt-3">{children}</div>
      {actions && <div className="mt-6 flex flex-wrap justify-end gap-3">{actions}</div>}
    </dialog>
  );
}
