import type { ReactNode } from 'react';
import { ChevronIcon } from './icons.tsx';

interface DisclosureProps {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly className?: string;
}

/** More, for those who want it: the browser's own details element. */
export function Disclosure({ summary, children, open, className = '' }: DisclosureProps) {
  return (
    <details open={open} className={`group min-w-0 text-small open:basis-full ${className}`}>
      <summary className="inline-flex min-h-6 list-none items-center gap-1 text-celadon hover:text-celadon-strong">
        <ChevronIcon className="size-4 -rotate-90 transition-transform duration-[var(--quick)] group-open:rotate-0" />
        <span className="underline decoration-celadon-glaze underline-offset-4">{summary}</span>
      </summary>
      <div className="mt-2 border-l-2 border-celadon-mid pl-3 text-ink-2">{children}</div>
    </details>
  );
}
