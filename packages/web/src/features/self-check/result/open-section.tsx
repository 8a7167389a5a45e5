import { useNavigate } from '@tanstack/react-router';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { NextQuestions } from '../form/next-questions.tsx';
import type { Question } from '../model/questions.ts';
import type { SelfCheck } from '../model/use-self-check.ts';

/** What is still open and what was assumed, each with the way to answer it. */
export function OpenSection({ check }: { readonly check: SelfCheck }) {
  const m = useMessages(selfCheckResultMessages);
  const text = useText();
  const navigate = useNavigate();
  const assumedIds = new Set(
    check.results.flatMap(({ decision }) => [...decision.tiers, ...decision.awards].flatMap((part) => part.assumed)),
  );
  const assumed = check.questions.filter((q) => assumedIds.has(q.id) && q.kind === 'fact' && q.step !== 'project');
  return (
    <section className="grid gap-8 lg:grid-cols-2">
      <div data-screen-only="">
        <h2 className="text-h2">{m.open}</h2>
        <p className="mt-1 mb-4 text-ink-2">{m.openLead}</p>
        <NextQuestions
          bare
          check={check}
          onGo={(question) => void navigate({ to: '/self-check', search: { step: question.step } })}
        />
      </div>
      {assumed.length > 0 && (
        <div>
          <h2 className="text-h2">{m.assumptions}</h2>
          <p className="mt-1 mb-4 text-ink-2">{m.assumptionsLead}</p>
          <ul className="space-y-1.5">
            {assumed.map((question) => (
              <li key={question.id}>
                <Link to="/self-check" search={{ step: question.step }}>
                  {m.assumptionValue(text(question.label), shownValue(question))}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );

  function shownValue(question: Question): string {
    const missing = question.kind === 'fact' ? question.def.ifMissing : undefined;
    const assume = typeof missing === 'object' ? missing.assume : undefined;
    if (typeof assume === 'boolean') return assume ? m.yes : m.no;
    return typeof assume === 'string' ? assume : m.none;
  }
}
