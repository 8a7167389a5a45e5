import { policiesMessages } from '../../messages/policies-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { RequestFailed } from '../../shared/api/request-failed.ts';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { ButtonLink } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';

interface PolicyFailedProps {
  readonly error: Error;
  readonly retry: () => void;
}

/** A policy that could not be read: either there is none, or the network failed. */
export function PolicyFailed({ error, retry }: PolicyFailedProps) {
  const m = useMessages(policiesMessages);
  const missing = error instanceof RequestFailed && error.status >= 400 && error.status < 500;
  if (missing) {
    return (
      <EmptyState title={m.notFound} action={<ButtonLink to="/policies">{m.allPolicies}</ButtonLink>}>
        {m.notFoundText}
      </EmptyState>
    );
  }
  return (
    <Notice tone="error" title={m.failed}>
      <p>{m.failedText}</p>
      <Button className="mt-3" onClick={retry}>
        {m.retry}
      </Button>
    </Notice>
  );
}
