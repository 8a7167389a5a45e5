import { firmsMessages } from '../../../messages/firms-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { CheckIcon, InfoIcon } from '../../../shared/ui/icons.tsx';
import { DoubtNotes } from '../../self-check/form/doubt-notes.tsx';
import type { FactsForm } from './use-facts-form.ts';

interface FactNoteProps {
  readonly form: FactsForm;
  readonly factKey: string;
  readonly label: string;
  readonly onOpen: (key: string) => void;
}

/** Below a figure: where it comes from and what stands behind it, as the way to its details; and what may be wrong. */
export function FactNote({ form, factKey, label, onOpen }: FactNoteProps) {
  const m = useMessages(firmsMessages);
  const fact = form.onFile(factKey);
  const [id, year] = factKey.split('@');
  const typed = form.doubts.filter((each) => each.question === id && each.year === year);
  // While a person types, only what rests on the past is said as it stood; the rest is looked at anew.
  const doubts = form.data.doubts.filter(
    ({ key, kind }) => key === factKey && (form.count === 0 || (kind === 'provenDiffers' && !form.isChanged(key))),
  );
  const live = typed.length > 0 && (
    <div className="text-left">
      <DoubtNotes doubts={typed} questions={form.questions} />
    </div>
  );
  if (!fact) return live;
  const evidence = fact.evidence.length > 0 ? ` · ${m.evidenceCount(fact.evidence.length)}` : '';
  return (
    <div>
      <button
        type="button"
        onClick={() => onOpen(factKey)}
        className="inline-flex min-h-6 items-center gap-1 text-caption text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-celadon"
      >
        {fact.source !== 'declared' && <CheckIcon className="size-4 text-celadon" />}
        {`${m.source[fact.source]}${evidence}`}
        <span className="sr-only">{m.details(label)}</span>
      </button>
      {live}
      {doubts.map((doubt) => (
        <p key={doubt.kind} className="mt-1 flex items-start gap-1.5 text-left text-small text-amber">
          <InfoIcon className="mt-[0.2em] size-[1.1em]" />
          <span>{`${doubt.message}。${doubt.fix}`}</span>
        </p>
      ))}
    </div>
  );
}
