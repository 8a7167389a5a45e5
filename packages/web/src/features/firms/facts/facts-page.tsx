import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import type { Firm } from '@tidu/api/firms/contract';
import type { FirmFacts } from '@tidu/api/firms/facts/contract';
import { useMemo, useState } from 'react';
import { firmsMessages } from '../../../messages/firms-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { localDay } from '../../../shared/format/calendar-day.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { ErrorSummary } from '../../../shared/ui/error-summary.tsx';
import { ButtonLink } from '../../../shared/ui/link.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { PolicyGate } from '../../self-check/form/policy-gate.tsx';
import type { FactQuestion } from '../../self-check/form/question-props.ts';
import { questionsOf, STEP_ORDER } from '../../self-check/model/questions.ts';
import { usePoliciesInForce } from '../../self-check/model/use-policies-in-force.ts';
import { FirmFrame } from '../firm-frame.tsx';
import { problemsOf, summaryOf } from '../problems-of.ts';
import { factsQuery } from '../queries.ts';
import { FactDialog } from './fact-dialog.tsx';
import { FactsSection } from './facts-section.tsx';
import { fieldId, keyOfPath } from './field-id.ts';
import { SaveBar } from './save-bar.tsx';
import { useFactsForm } from './use-facts-form.ts';

export const Route = createLazyRoute('/my/firm/$firmId/facts')({ component: FactsPage });

function FactsPage() {
  const { firmId } = Route.useParams();
  const m = useMessages(firmsMessages);
  const facts = useQuery(factsQuery(firmId));
  return (
    <FirmFrame firmId={firmId} tab="facts" lead={m.factsLead}>
      {(firm) => (
        <>
          {facts.isPending && <Skeleton lines={10} />}
          {facts.isError && <Notice tone="error">{facts.error.message}</Notice>}
          {facts.data && <FactsTable firm={firm} data={facts.data} />}
        </>
      )}
    </FirmFrame>
  );
}

/** Every figure the policies in force ask for, by kind and year, with its source, evidence and doubts. */
function FactsTable({ firm, data }: { readonly firm: Firm; readonly data: FirmFacts }) {
  const m = useMessages(firmsMessages);
  const [today] = useState(() => localDay(new Date()));
  const dates = useMemo(() => ({ filing: today, decision: today }), [today]);
  const policies = usePoliciesInForce(dates, firm.parkId);
  const [opened, setOpened] = useState<string>();
  const questions = useMemo(
    () => questionsOf(policies.docs, dates).filter((each): each is FactQuestion => each.kind === 'fact'),
    [policies.docs, dates],
  );
  const form = useFactsForm(firm.id, data, { docs: policies.docs, questions, dates });
  const mayChange = firm.may.includes('change');
  const problems = form.isConflict ? new Map<string, string>() : problemsOf(form.error);
  return (
    <PolicyGate policies={policies}>
      {/* The bar below must not cover the field a person has come to. */}
      <div className="space-y-8 [&_input]:scroll-mb-32 [&_select]:scroll-mb-32">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <p className="max-w-prose text-ink-2">{data.facts.length === 0 && m.factsEmpty}</p>
          {mayChange && (
            <ButtonLink to="/my/firm/$firmId/import" params={{ firmId: firm.id }}>
              {m.import}
            </ButtonLink>
          )}
        </div>
        <ErrorSummary problems={summaryOf(problems, (path) => fieldId(keyOfPath(path)))} />
        {form.isConflict && (
          <Notice tone="open" title={m.factsConflict}>
            <p>{m.factsConflictText}</p>
            <div className="mt-3">
              <Button onClick={form.takeNew}>{m.takeNew}</Button>
            </div>
          </Notice>
        )}
        {form.error && !form.isConflict && problems.size === 0 && <Notice tone="error">{form.error.message}</Notice>}
        {STEP_ORDER.map((step) => {
          const ofStep = questions.filter((each) => each.step === step);
          if (ofStep.length === 0) return null;
          return <FactsSection key={step} {...{ form, step, mayChange }} questions={ofStep} onOpen={setOpened} />;
        })}
      </div>
      <SaveBar form={form} />
      {opened !== undefined && (
        <FactDialog form={form} questions={questions} factKey={opened} onClose={() => setOpened(undefined)} />
      )}
    </PolicyGate>
  );
}
