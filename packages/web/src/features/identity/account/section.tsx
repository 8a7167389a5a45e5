import type { ReactNode } from 'react';

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2 className="border-b border-line pb-2 text-h2">{title}</h2>
      <div className="mt-4">{children}</div>
    </section>
  );
}
