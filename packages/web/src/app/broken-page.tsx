import type { ErrorComponentProps } from '@tanstack/react-router';
import { shellMessages } from '../messages/shell-messages.ts';
import { useMessages } from '../messages/use-messages.tsx';
import { Button } from '../shared/ui/button.tsx';
import { ButtonLink } from '../shared/ui/link.tsx';
import { PageHeader } from '../shared/ui/page-header.tsx';

/** Shown when a page throws: what to do, and the one line that helps us find it. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const m = useMessages(shellMessages);
  return (
    <div className="page-width pb-16" role="alert">
      <PageHeader title={m.broken} lead={m.brokenText} />
      <pre className="max-w-prose overflow-x-auto rounded-2 border border-line bg-sunken p-3 font-mono text-caption">
        {error instanceof Error ? error.message : String(error)}
      </pre>
      <div className="mt-6 flex flex-wrap gap-3">
        <Button look="primary" onClick={reset}>
          {m.retry}
        </Button>
        <ButtonLink to="/">{m.toHome}</ButtonLink>
      </div>
    </div>
  );
}
