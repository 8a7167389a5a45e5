import { schemesMessages } from '../../messages/schemes-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { Notice } from '../../shared/ui/notice.tsx';

export function SchemesFailed({ retry }: { readonly retry: () => void }) {
  const m = useMessages(schemesMessages);
  return (
    <Notice tone="error" title={m.loadFailed}>
      <p>{m.loadFailedText}</p>
      <div className="mt-3">
        <Button onClick={retry}>{m.retry}</Button>
      </div>
    </Notice>
  );
}
