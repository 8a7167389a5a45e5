import { studioMessages } from '../../messages/studio-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { RequestFailed } from '../../shared/api/request-failed.ts';
import { Button } from '../../shared/ui/button.tsx';
import { EmptyState } from '../../shared/ui/empty-state.tsx';
import { Notice } from '../../shared/ui/notice.tsx';

/** Why something of the studio could not be shown. */
export function StudioFailed({ error, retry }: { readonly error: Error; readonly retry: () => void }) {
  const m = useMessages(studioMessages);
  const status = error instanceof RequestFailed ? error.status : 0;
  if (status === 401 || status === 403) return <EmptyState title={m.notForYou}>{m.notForYouText}</EmptyState>;
  if (status === 404) return <EmptyState title={m.notFound}>{m.notFoundText}</EmptyState>;
  return (
    <Notice tone="error" title={m.failed}>
      <p>{error.message}</p>
      <Button size="dense" className="mt-3" onClick={retry}>
        {m.retry}
      </Button>
    </Notice>
  );
}
