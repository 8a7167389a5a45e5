import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';

interface UnknownToggleProps {
  readonly id: string;
  /** Id of the field it belongs to; its label is read along. */
  readonly of: string;
  readonly on: boolean;
  readonly onChange: (next: boolean) => void;
}

/** 暂不清楚: an answer in its own right, kept apart from an empty field. */
export function UnknownToggle({ id, of, on, onChange }: UnknownToggleProps) {
  const m = useMessages(uiMessages);
  return (
    <label htmlFor={id} className="inline-flex min-h-6 cursor-pointer items-center gap-2 text-small text-ink-2">
      <input
        id={id}
        type="checkbox"
        checked={on}
        onChange={(event) => onChange(event.target.checked)}
        aria-describedby={`${of}-label`}
        className="size-4 accent-[var(--amber)]"
      />
      <span className={on ? 'font-medium text-amber' : ''}>{m.unknown}</span>
      {on && <span className="text-ink-3">{m.unknownHint}</span>}
    </label>
  );
}
