import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';

/** Keeps the place of what is being read; spoken once, drawn as quiet lines. */
export function Skeleton({ lines = 3, className = '' }: { readonly lines?: number; readonly className?: string }) {
  const m = useMessages(uiMessages);
  return (
    <div role="status" className={className}>
      <span className="sr-only">{m.loading}</span>
      <div className="space-y-3 motion-safe:animate-pulse" aria-hidden="true">
        {Array.from({ length: lines }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are all alike and never move
          <div key={i} className="h-5 rounded-1 bg-sunken" style={{ width: `${92 - ((i * 23) % 45)}%` }} />
        ))}
      </div>
    </div>
  );
}
