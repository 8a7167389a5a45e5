import type { DecisionDesk } from '@tidu/api/decisions/contract';
import { useId, useState } from 'react';
import { decisionsMessages } from '../../messages/decisions-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { ActDialog, saidOf } from '../../shared/ui/act-dialog.tsx';
import { controlAttributes, Field } from '../../shared/ui/field.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { UnmetList } from './unmet-list.tsx';
import { useDecide } from './use-decide.ts';

interface RefuseDialogProps {
  readonly desk: DecisionDesk;
  readonly event: 'refuse' | 'uphold-refusal';
  readonly onClose: () => void;
}

const OUTCOME = { refuse: 'refuse', 'uphold-refusal': 'uphold' } as const;

/** Refuses with reason, clause and feedback; what was decisive is attached by the system. */
export function RefuseDialog({ desk, event, onClose }: RefuseDialogProps) {
  const m = useMessages(decisionsMessages);
  const { application, unmet } = desk;
  const [reason, setReason] = useState('');
  const [clause, setClause] = useState(unmet.find((each) => each.clause)?.clause ?? '');
  const [feedback, setFeedback] = useState('');
  const decide = useDecide(application.id, event, onClose);
  const body = {
    outcome: OUTCOME[event],
    version: application.version,
    reason,
    clause,
    ...(feedback.trim() === '' ? {} : { feedback }),
  };
  return (
    <ActDialog
      wide
      isGrave
      title={event === 'refuse' ? m.refuse : m.uphold}
      lead={event === 'refuse' ? m.refuseLead : m.upholdLead}
      action={m.confirm}
      busy={decide.isPending}
      error={decide.error}
      isReady={reason.trim() !== '' && clause.trim() !== ''}
      onConfirm={() => decide.mutate(body)}
      onClose={onClose}
    >
      <TextArea
        id="reason"
        label={m.reason}
        hint={m.reasonHint}
        value={reason}
        onChange={setReason}
        maxLength={2000}
        error={saidOf(decide.error, 'reason')}
      />
      <ClauseField value={clause} onChange={setClause} clauses={desk.clauses} error={saidOf(decide.error, 'clause')} />
      <TextArea
        id="feedback"
        label={m.feedback}
        hint={m.feedbackHint}
        optional
        value={feedback}
        onChange={setFeedback}
        maxLength={4000}
      />
      {unmet.length > 0 && (
        <section className="rounded-1 bg-sunken px-4 py-3">
          <p className="mb-2 text-small text-ink-2">{m.attached}</p>
          <UnmetList unmet={unmet} />
        </section>
      )}
    </ActDialog>
  );
}

interface ClauseFieldProps {
  readonly value: string;
  readonly onChange: (next: string) => void;
  readonly clauses: readonly string[];
  readonly error: string | undefined;
}

/** Free text with the clauses of the policy as suggestions. */
function ClauseField({ value, onChange, clauses, error }: ClauseFieldProps) {
  const m = useMessages(decisionsMessages);
  const list = useId();
  const field = { id: 'clause', label: m.clause, hint: m.clauseHint, error };
  return (
    <Field {...field}>
      <input
        {...controlAttributes(field)}
        className="control"
        list={list}
        maxLength={300}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={list}>
        {clauses.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </Field>
  );
}
