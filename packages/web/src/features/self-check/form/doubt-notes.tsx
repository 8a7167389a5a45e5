import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { InfoIcon } from '../../../shared/ui/icons.tsx';
import type { Doubt } from '../model/doubts.ts';
import type { Question } from '../model/questions.ts';

interface DoubtNotesProps {
  readonly doubts: readonly Doubt[];
  readonly questions: readonly Question[];
}

/** What may be a slip, said gently beside the answer; announced politely, never in the way. */
export function DoubtNotes({ doubts, questions }: DoubtNotesProps) {
  const m = useMessages(selfCheckMessages);
  const text = useText();
  const nameOf = (id: string | undefined): string => text(questions.find((q) => q.id === id)?.label) || (id ?? '');
  const say = (doubt: Doubt): string => {
    if (doubt.kind === 'future' || doubt.kind === 'huge') return m.doubt[doubt.kind];
    if (doubt.kind === 'jump') return m.doubt.jump(nameOf(doubt.question), doubt.year ?? '');
    return m.doubt.partAboveWhole(nameOf(doubt.question), nameOf(doubt.other), doubt.year ?? '');
  };
  return (
    <div role="status">
      {doubts.map((doubt) => (
        <p key={`${doubt.kind} ${doubt.field}`} className="mt-2 flex items-start gap-1.5 text-small text-amber">
          <InfoIcon className="mt-[0.2em] size-[1.1em]" />
          <span>{say(doubt)}</span>
        </p>
      ))}
    </div>
  );
}
