import type { ReviewTask } from '@tidu/api/review/tasks/contract';
import { useState } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import { useCase } from './case-context.tsx';
import { FileButton } from './file-button.tsx';
import { ReasonDialog } from './reason-dialog.tsx';

const TONE: Readonly<Record<ReviewTask['state'], string>> = {
  open: 'border-amber-glaze',
  answered: 'border-celadon',
  silent: 'border-line-strong border-dashed',
  reopened: 'border-line',
};

/** The departments side by side, each with what it was asked, what it answered, and its earlier rounds. */
export function TasksSection() {
  const m = useMessages(reviewMessages);
  const { view } = useCase();
  const [answering, setAnswering] = useState<ReviewTask>();
  const [reopening, setReopening] = useState<ReviewTask>();
  const departments = [...new Set(view.tasks.map(({ department }) => department))];
  if (departments.length === 0) return <p className="text-ink-2">{m.task.none}</p>;
  return (
    <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
      {departments.map((department) => (
        <DepartmentCard
          key={department}
          tasks={view.tasks.filter((task) => task.department === department).toReversed()}
          onAnswer={setAnswering}
          onReopen={setReopening}
        />
      ))}
      {answering && <AnswerDialog task={answering} onClose={() => setAnswering(undefined)} />}
      {reopening && (
        <ReasonDialog
          title={m.task.reopen}
          lead={m.task.reopenLead}
          path={`/api/v1/desk/tasks/${reopening.id}/reopen`}
          onClose={() => setReopening(undefined)}
        />
      )}
    </div>
  );
}

interface DepartmentCardProps {
  readonly tasks: readonly ReviewTask[];
  readonly onAnswer: (task: ReviewTask) => void;
  readonly onReopen: (task: ReviewTask) => void;
}

function DepartmentCard({ tasks, onAnswer, onReopen }: DepartmentCardProps) {
  const m = useMessages(reviewMessages);
  const text = useText();
  const { view } = useCase();
  const [now, ...before] = tasks;
  if (!now) return null;
  const canReopen = view.may.reopenTasks && (now.state === 'answered' || now.state === 'silent');
  return (
    <article className={`flex flex-col rounded-2 border border-t-4 bg-surface p-4 ${TONE[now.state]}`}>
      <h3 className="text-h3">{text(now.departmentLabel)}</h3>
      <p className="mt-1 text-small text-ink-2">{text(now.question)}</p>
      <div className="mt-3 flex-1 space-y-3">
        <TaskAnswer task={now} />
        {before.map((task) => (
          <div key={task.id} className="border-t border-dashed border-line-strong pt-2">
            <TaskAnswer task={task} />
          </div>
        ))}
      </div>
      {now.isMine && (
        <Button look="primary" size="dense" className="mt-4 self-start" onClick={() => onAnswer(now)}>
          {m.task.give}
        </Button>
      )}
      {canReopen && (
        <Button look="quiet" size="dense" className="mt-3 self-start" onClick={() => onReopen(now)}>
          {m.task.reopen}
        </Button>
      )}
    </article>
  );
}

function TaskAnswer({ task }: { readonly task: ReviewTask }) {
  const m = useMessages(reviewMessages);
  const format = useFormat();
  return (
    <div className="text-small">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className={`font-medium ${task.state === 'open' ? 'text-amber' : ''}`}>
          {task.answer ? m.task.answer[task.answer] : m.task[task.state]}
        </span>
        {task.round > 1 && <span className="text-ink-3">{m.task.round(task.round)}</span>}
        {task.silence && <span className="text-ink-3">{m.task.silence[task.silence]}</span>}
      </p>
      {task.reopenReason && <p className="text-ink-2">{m.task.why(task.reopenReason)}</p>}
      {task.opinion && <p className="mt-1 whitespace-pre-line">{task.opinion}</p>}
      {task.evidence.length > 0 && (
        <p className="mt-1 flex flex-wrap gap-3">
          {task.evidence.map((file) => (
            <FileButton key={file.id} file={file} />
          ))}
        </p>
      )}
      {task.closedByName && task.closedAt && (
        <p className="mt-1 text-caption text-ink-3">{`${task.closedByName} · ${format.day(task.closedAt.slice(0, 10))}`}</p>
      )}
    </div>
  );
}
