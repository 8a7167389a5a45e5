import type { AnswerTask, ReviewTask } from '@tidu/api/review/tasks/contract';
import { useState } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { ChoiceGroup } from '../../shared/ui/choice-group.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { problemsOf } from '../firms/problems-of.ts';
import { useCase } from './case-context.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { EvidenceChoice } from './evidence-choice.tsx';
import { useCaseChange } from './queries.ts';

const ANSWERS = ['agree', 'disagree', 'needs-more'] as const;

/** The answer of the own department, with its opinion. */
export function AnswerDialog({ task, onClose }: { readonly task: ReviewTask; readonly onClose: () => void }) {
  const m = useMessages(reviewMessages);
  const text = useText();
  const { view } = useCase();
  const [answer, setAnswer] = useState<AnswerTask['answer']>();
  const [opinion, setOpinion] = useState('');
  const [evidence, setEvidence] = useState<readonly string[]>([]);
  const change = useCaseChange(view.case.id, onClose);
  const problems = problemsOf(change.error);
  const path = `/api/v1/desk/tasks/${task.id}/answer`;
  return (
    <ChangeDialog
      title={`${text(task.departmentLabel)} · ${m.task.give}`}
      lead={text(task.question)}
      action={m.confirm}
      change={change}
      problems={problems}
      onConfirm={() => change.mutate({ path, body: { answer, opinion, evidence } })}
      onClose={onClose}
      isReady={answer !== undefined && opinion.trim() !== ''}
    >
      <ChoiceGroup
        id="answer"
        label={m.task.choose}
        value={answer}
        onChange={(next) => setAnswer(next as AnswerTask['answer'])}
        choices={ANSWERS.map((value) => ({ value, label: m.task.answer[value] }))}
      />
      <TextArea
        id="opinion"
        label={m.task.opinion}
        value={opinion}
        onChange={setOpinion}
        error={problems.get('opinion')}
      />
      <EvidenceChoice
        chosen={evidence}
        onChange={setEvidence}
        hint={m.evidenceOptional}
        error={problems.get('evidence.0')}
      />
    </ChangeDialog>
  );
}
