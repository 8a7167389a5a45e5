import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { dayAndTimeOf } from '../model/clock-time.ts';
import type { Draft } from '../model/draft.ts';

interface DraftRowProps {
  readonly draft: Draft;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
  readonly onDelete: () => void;
}

export function DraftRow({ draft, isCurrent, onOpen, onDelete }: DraftRowProps) {
  const m = useMessages(selfCheckMessages);
  const name = draft.name || m.unnamed;
  return (
    <li
      className={`flex flex-wrap items-center gap-x-3 gap-y-1 rounded-2 border px-3 py-2 ${isCurrent ? 'border-celadon bg-celadon-wash' : 'border-line'}`}
    >
      <div className="min-w-40 flex-1">
        <p className="font-medium">{name}</p>
        <p className="text-caption text-ink-2">
          {m.answers(Object.keys(draft.facts).length)} ·{' '}
          {isCurrent ? m.current : m.draftTime(dayAndTimeOf(draft.savedAt))}
        </p>
      </div>
      {!isCurrent && (
        <Button size="dense" onClick={onOpen} aria-label={`${m.openDraft} ${name}`}>
          {m.openDraft}
        </Button>
      )}
      <Button size="dense" look="quiet" onClick={onDelete} aria-label={`${m.deleteDraft} ${name}`}>
        {m.deleteDraft}
      </Button>
    </li>
  );
}
