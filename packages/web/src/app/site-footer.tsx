import { shellMessages } from '../messages/shell-messages.ts';
import { useMessages } from '../messages/use-messages.tsx';
import { LogoMark } from '../shared/ui/logo.tsx';

export function SiteFooter() {
  const m = useMessages(shellMessages);
  return (
    <footer
      data-screen-only=""
      className="mt-[var(--space-section)] border-t border-line bg-surface text-small text-ink-2"
    >
      <div className="page-width grid gap-x-16 gap-y-6 py-10 md:grid-cols-2">
        <div className="flex items-start gap-3">
          <LogoMark className="mt-0.5 size-6 shrink-0" />
          <div>
            <p>{m.openSource}</p>
            <p className="mt-1 text-ink-3">{m.version(__TIDU_VERSION__)}</p>
          </div>
        </div>
        <div>
          <h2 className="font-semibold text-ink">{m.stored}</h2>
          <p className="mt-1">{m.storedText}</p>
        </div>
      </div>
    </footer>
  );
}
