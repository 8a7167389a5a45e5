import { studioMessages } from '../../../messages/studio-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { CheckIcon, WarnIcon } from '../../../shared/ui/icons.tsx';
import { useDraftDesk } from './use-draft.tsx';

/** Whether what is on the screen is kept. */
export function SaveMark() {
  const m = useMessages(studioMessages);
  const { view, keeper, mayEdit } = useDraftDesk();
  if (!mayEdit && view.save === 'saved') return null;
  const tone = view.save === 'failed' || view.save === 'conflict' ? 'text-seal' : 'text-ink-2';
  return (
    <span role="status" className={`inline-flex min-h-9 items-center gap-1.5 text-small ${tone}`}>
      {view.save === 'saved' && <CheckIcon className="size-4 text-celadon" />}
      {(view.save === 'failed' || view.save === 'conflict') && <WarnIcon className="size-4" />}
      {view.save === 'failed' ? m.saveFailed(view.failure?.message ?? '') : m.save[view.save]}
      {view.save === 'failed' && (
        <Button size="dense" look="quiet" onClick={() => void keeper.flush()}>
          {m.retry}
        </Button>
      )}
    </span>
  );
}
