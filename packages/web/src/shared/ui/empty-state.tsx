import type { ReactNode } from 'react';
import { LogoMark } from './logo.tsx';

interface EmptyStateProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** What to do next. */
  readonly action?: ReactNode;
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center rounded-3 border border-dashed border-line-strong px-6 py-12 text-center">
      <LogoMark className="size-12 opacity-70" />
      <p className="mt-4 text-h3 font-semibold">{title}</p>
      {children && <div className="mt-2 max-w-prose text-ink-2">{children}</div>}
      {action && <div className="mt-6">{action}</div>}
    </div>
  );
}
