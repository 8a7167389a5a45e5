import type { ReactNode } from 'react';

interface PagePartProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

/** A part of a page under its own heading. */
export const PagePart = ({ title, lead, children }: PagePartProps) => (
  <section>
    <h2 className="text-h2">{title}</h2>
    {lead && <p className="mt-1 max-w-prose text-ink-2">{lead}</p>}
    {children}
  </section>
);
