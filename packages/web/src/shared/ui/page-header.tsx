import { type ReactNode, useEffect } from 'react';

interface PageHeaderProps {
  readonly title: string;
  /** A line above the title: where this page belongs. */
  readonly above?: ReactNode;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
}

const SITE = 'Tidu 梯度';

/** Names the browser tab after the page. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? SITE : `${title} · ${SITE}`;
  }, [title]);
}

/** The one h1 of a page; takes the focus after a change of page (see useRouteFocus). */
export function PageHeader({ title, above, lead, children }: PageHeaderProps) {
  useDocumentTitle(title);
  return (
    <header className="pt-10 pb-8">
      {above && <div className="mb-2 text-small text-ink-2">{above}</div>}
      <h1 tabIndex={-1} className="text-h1">
        {title}
      </h1>
      {lead && <div className="mt-3 max-w-prose text-lead text-ink-2">{lead}</div>}
      {children}
    </header>
  );
}
