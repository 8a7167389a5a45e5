import type { Application, Correction } from '@tidu/api/applications/contract';
import type { ApplicationDraft } from '@tidu/api/applications/drafts/contract';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import type { PartProps } from './what-part.tsx';

/** The one complete list: what is wrong, how to put it right, and a line for the answer. */
export function CorrectionsPart({
  application,
  content,
  onChange,
  errorOf,
}: PartProps & { readonly application: Application; readonly draft: ApplicationDraft }) {
  const m = useMessages(applicationsMessages);
  const format = useFormat();
  const round = Math.max(0, ...application.corrections.map((each) => each.round));
  const list = application.corrections.filter((each) => each.round === round);
  return (
    <div>
      <p className="max-w-prose">
        {application.dueOn ? m.correctionsLead(format.day(application.dueOn)) : m.correctionsLeadOpen}
      </p>
      <ol className="mt-5 space-y-5">
        {list.map((each, i) => (
          <li key={each.id} className="rounded-2 border border-amber-glaze bg-amber-soft p-4">
            <CorrectionText correction={each} number={i + 1} />
            <div className="mt-3">
              <TextInput
                id={`answers.${each.id}`}
                label={m.answer}
                maxLength={2000}
                value={content.answers[each.id] ?? ''}
                error={errorOf(`answers.${each.id}`)}
                onChange={(answer) => onChange({ answers: { ...content.answers, [each.id]: answer } })}
              />
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

export function CorrectionText({ correction, number }: { readonly correction: Correction; readonly number: number }) {
  const m = useMessages(applicationsMessages);
  return (
    <>
      <p className="font-medium">
        <span className="mr-2 tabular-nums">{number}.</span>
        {correction.problem}
      </p>
      <p className="mt-1 text-small">
        <span className="mr-2 text-ink-2">{m.howToFix}</span>
        {correction.howToFix}
      </p>
      {correction.lateReason && <p className="mt-1 text-small text-ink-2">{m.lateRaised(correction.lateReason)}</p>}
    </>
  );
}
