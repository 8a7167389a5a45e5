import { type ReactNode, useId, useRef } from 'react';

interface PopoverProps {
  /** What the button shows. */
  readonly trigger: ReactNode;
  readonly triggerClass: string;
  /** Name of the button when its content alone does not say enough. */
  readonly label?: string;
  readonly children: ReactNode;
}

const GAP = 6;
const MARGIN = 12;

/** Puts the panel under its button, or above it where there is no room, always within the window. */
function place(button: HTMLElement, panel: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const left = Math.max(MARGIN, Math.min(at.left, window.innerWidth - width - MARGIN));
  const below = at.bottom + GAP;
  const top = below + height > window.innerHeight - MARGIN ? Math.max(MARGIN, at.top - GAP - height) : below;
  panel.style.left = `${left}px`;
  panel.style.top = `${top}px`;
}

/** A button and a panel by the browser's popover: Escape, a click elsewhere and the focus are its own business. */
export function Popover({ trigger, triggerClass, label, children }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        aria-label={label}
        className={triggerClass}
        data-screen-only=""
      >
        {trigger}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        onToggle={(event) => {
          if (event.newState === 'open' && button.current && panel.current) place(button.current, panel.current);
        }}
        className="fixed inset-auto m-0 max-h-[70vh] w-80 max-w-[calc(100vw-1.5rem)] overflow-auto rounded-2 border border-line bg-raised p-4 text-left text-small font-normal whitespace-normal text-ink shadow-2"
      >
        {children}
      </div>
    </>
  );
}
