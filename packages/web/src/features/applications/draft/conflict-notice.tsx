import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import type { Saving } from './use-autosave.ts';

interface ConflictNoticeProps {
  readonly saving: Saving;
  readonly onNewer: () => void;
  readonly onMine: () => void;
  readonly onCase: () => void;
}

/** What to do when the draft was changed elsewhere, or the case was submitted meanwhile. */
export function ConflictNotice({ saving, onNewer, onMine, onCase }: ConflictNoticeProps) {
  const m = useMessages(applicationsMessages);
  if (saving.kind !== 'conflict') return null;
  const isSubmitted = saving.code !== 'draft-changed-elsewhere';
  return (
    <div className="mb-6">
      <Notice tone="error" title={isSubmitted ? m.wasSubmitted : m.conflict}>
        {!isSubmitted && <p>{saving.message}</p>}
        <p>{isSubmitted ? m.wasSubmittedText : m.conflictText}</p>
        <div className="mt-3 flex flex-wrap gap-3">
          {isSubmitted ? (
            <Button onClick={onCase}>{m.seeCase}</Button>
          ) : (
            <>
              <Button onClick={onNewer}>{m.useNewer}</Button>
              <Button onClick={onMine}>{m.useMine}</Button>
            </>
          )}
        </div>
      </Notice>
    </div>
  );
}
