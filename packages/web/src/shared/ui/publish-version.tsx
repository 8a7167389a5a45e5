import { useState } from 'react';
import { templateMessages } from '../../messages/template-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { ActDialog } from './act-dialog.tsx';
import { Button } from './button.tsx';

interface PublishVersionProps {
  readonly what: string;
  readonly lead: string;
  readonly publish: {
    readonly mutate: () => void;
    readonly isPending: boolean;
    readonly error: Error | null;
  };
}

/** Puts a version into use after a second look; the page shows it as in use once that is done. */
export function PublishVersion({ what, lead, publish }: PublishVersionProps) {
  const m = useMessages(templateMessages);
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button look="primary" onClick={() => setAsks(true)}>
        {m.publish}
      </Button>
      {asks && (
        <ActDialog
          title={m.publishTitle(what)}
          lead={lead}
          action={m.publish}
          busy={publish.isPending}
          error={publish.error}
          onConfirm={publish.mutate}
          onClose={() => setAsks(false)}
        />
      )}
    </>
  );
}
