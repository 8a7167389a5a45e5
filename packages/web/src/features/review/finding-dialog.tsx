import type { AnswerFinding, Finding } from '@tidu/api/duplicates/contract';
import { useState } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { ChoiceGroup } from '../../shared/ui/choice-group.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { problemsOf } from '../firms/problems-of.ts';
import { useCase } from './case-context.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { casePath, useCaseChange } from './queries.ts';

const ANSWERS = ['not-a-duplicate', 'deduct', 'refuse'] as const;

/** The answer to one doubt, with the amount where money is to be taken off. */
export function FindingDialog({ finding, onClose }: { readonly finding: Finding; readonly onClose: () => void }) {
  const m = useMessages(reviewMessages);
  const { view } = useCase();
  const [answer, setAnswer] = useState<AnswerFinding['answer']>();
  const [reason, setReason] = useState('');
  const [deduct, setDeduct] = useState('');
  const change = useCaseChange(view.case.id, onClose);
  const problems = problemsOf(change.error);
  const takesOff = answer === 'deduct';
  return (
    <ChangeDialog
      title={m.finding.kind[finding.kind] ?? finding.kind}
      action={m.confirm}
      change={change}
      problems={problems}
      onConfirm={() =>
        change.mutate({
          path: `${casePath(view.case.id)}/duplicates/${finding.id}/answer`,
          body: { answer, reason, ...(takesOff ? { deduct } : {}) },
        })
      }
      onClose={onClose}
      isReady={answer !== undefined && reason.trim() !== '' && (!takesOff || deduct !== '')}
    >
      <ChoiceGroup
        id="answer"
        label={m.finding.choose}
        value={answer}
        onChange={(next) => setAnswer(next as AnswerFinding['answer'])}
        choices={ANSWERS.map((value) => ({ value, label: m.finding.answers[value] }))}
      />
      {takesOff && (
        <TextInput
          id="deduct"
          label={m.finding.deduct}
          inputMode="decimal"
          value={deduct}
          onChange={setDeduct}
          error={problems.get('deduct')}
        />
      )}
      <TextArea id="reason" label={m.reason} value={reason} onChange={setReason} error={problems.get('reason')} />
    </ChangeDialog>
  );
}
