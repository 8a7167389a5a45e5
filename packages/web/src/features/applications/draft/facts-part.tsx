import { useState } from 'react';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { selfCheckMessages } from '../../../messages/self-check-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { FoldedQuestions } from '../../self-check/form/folded-questions.tsx';
import { QuestionField } from '../../self-check/form/question-field.tsx';
import type { Question } from '../../self-check/model/questions.ts';
import { answerOf, type StepView } from '../../self-check/model/steps.ts';
import type { SelfCheck } from '../../self-check/model/use-self-check.ts';
import { FactProofs, type ProofPart } from './fact-proofs.tsx';
import { KnownFact } from './known-fact.tsx';

interface FactsPartProps extends ProofPart {
  readonly check: SelfCheck;
}

type FactQuestion = Question & { readonly kind: 'fact' };
const isFact = (q: Question): q is FactQuestion => q.kind === 'fact';

/** The facts the scheme depends on: what is on file to be checked, the rest to be filled in, step by step. */
export function FactsPart({ check, ...part }: FactsPartProps) {
  const m = useMessages(applicationsMessages);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const { draft } = part;
  const mayEdit = (id: string) => draft.editable === undefined || draft.editable.includes(`fact:${id}`);
  const isOnFile = (q: Question): q is FactQuestion =>
    isFact(q) &&
    (!mayEdit(q.id) ||
      (draft.editable === undefined && !opened.has(q.id) && answerOf(q, draft.profile.facts as never) === 'full')) &&
    check.draft.facts[q.id] !== undefined;
  return (
    <div className="space-y-10">
      <p className="max-w-prose text-ink-2">{m.factsLead}</p>
      {check.steps.map((step) => (
        <FactStep
          key={step.id}
          step={step}
          check={check}
          part={part}
          isOnFile={isOnFile}
          mayEdit={mayEdit}
          onOpen={(id) => setOpened((all) => new Set([...all, id]))}
        />
      ))}
    </div>
  );
}

interface FactStepProps {
  readonly part: ProofPart;
  readonly check: SelfCheck;
  readonly step: StepView;
  readonly isOnFile: (q: Question) => q is FactQuestion;
  readonly mayEdit: (id: string) => boolean;
  readonly onOpen: (id: string) => void;
}

function FactStep({ step, check, part, isOnFile, mayEdit, onOpen }: FactStepProps) {
  const steps = useMessages(selfCheckMessages);
  const { draft } = part;
  const proofs = (question: Question) => (
    <FactProofs part={part} question={question} state={check.facts[question.id]} mayEdit={mayEdit(question.id)} />
  );
  const known = [...step.asked, ...step.assumed, ...step.settled].filter(isOnFile);
  const open = (questions: readonly Question[]) =>
    questions.filter((q) => !known.includes(q as never) && mayEdit(q.id));
  // What the list names is asked, whether it still changes the result or not.
  const isListed = draft.editable !== undefined;
  const asked = open(isListed ? [...step.asked, ...step.assumed, ...step.settled] : step.asked);
  const [assumed, settled] = isListed ? [[], []] : [open(step.assumed), open(step.settled)];
  if (known.length + asked.length + assumed.length + settled.length === 0) return null;
  return (
    <section>
      <h3 className="text-h3">{steps.step[step.id]}</h3>
      {known.length > 0 && (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {known.map((question) => {
            const state = check.draft.facts[question.id];
            return state ? (
              <KnownFact
                key={question.id}
                question={question}
                state={state}
                sources={draft.profile.sources}
                onChange={mayEdit(question.id) ? () => onOpen(question.id) : undefined}
              >
                {proofs(question)}
              </KnownFact>
            ) : null;
          })}
        </ul>
      )}
      {asked.length > 0 && (
        <div className="mt-6 space-y-9">
          {asked.map((question) => (
            <div key={question.id}>
              <QuestionField question={question} check={check} />
              {proofs(question)}
            </div>
          ))}
        </div>
      )}
      <div className="mt-6 space-y-4">
        <FoldedQuestions title={steps.assumedTitle(assumed.length)} questions={assumed} check={check} />
        <FoldedQuestions title={steps.settledTitle(settled.length)} questions={settled} check={check} />
      </div>
    </section>
  );
}
