import type { ReactNode } from 'react';

/** One component in all its states. */
export function Sample({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className="border-t border-line py-8">
      <h2 className="mb-5 font-mono text-small text-ink-2">{name}</h2>
      {children}
    </section>
  );
}
