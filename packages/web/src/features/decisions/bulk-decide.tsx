import { useState } from 'react';
import { decisionsMessages } from '../../messages/decisions-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { useSession } from '../session/use-session.ts';
import { BulkDialog } from './bulk-dialog.tsx';

interface BulkDecideProps {
  readonly ids: readonly string[];
  /** Called once the dialog is closed. */
  readonly onClose: () => void;
}

/** The way from a selection to deciding it, for decision makers. */
export function BulkDecide({ ids, onClose }: BulkDecideProps) {
  const m = useMessages(decisionsMessages);
  const { session } = useSession();
  const [chosen, setChosen] = useState<readonly string[]>();
  if (!session?.staff.some(({ role }) => role === 'decision-maker')) return null;
  const close = (): void => {
    setChosen(undefined);
    onClose();
  };
  return (
    <>
      <Button size="dense" look="primary" onClick={() => setChosen(ids)}>
        {m.bulk.open}
      </Button>
      {chosen && <BulkDialog ids={chosen} onClose={close} />}
    </>
  );
}
