import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';

interface MeterProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** What the bar means in words; `3 / 12` when absent. */
  readonly text?: string;
}

/** A small count against a whole: answers given, days gone. */
export function Meter({ label, value, max, text }: MeterProps) {
  const m = useMessages(uiMessages);
  const shown = text ?? m.of(String(value), String(max));
  const share = max <= 0 ? 0 : Math.min(1, Math.max(0, value / max));
  return (
    <div className="text-small">
      <p className="flex flex-wrap justify-between gap-x-4">
        <span className="text-ink-2">{label}</span>
        <span className="font-medium">{shown}</span>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: the native meter cannot be drawn in the look of the rest */}
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, max)}
        aria-valuenow={Math.min(value, Math.max(0, max))}
        aria-valuetext={shown}
        className="mt-1 h-1.5 overflow-hidden rounded-full bg-sunken"
      >
        <div
          className="h-full rounded-full bg-celadon-glaze transition-[width] duration-[var(--calm)]"
          style={{ width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
