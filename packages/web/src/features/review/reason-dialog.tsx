import { useState } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { problemsOf } from '../firms/problems-of.ts';
import { useCase } from './case-context.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { useCaseChange } from './queries.ts';

interface ReasonDialogProps {
  readonly title: string;
  readonly lead?: string;
  readonly path: string;
  readonly withVersion?: boolean;
  readonly onClose: () => void;
}

/** An act that takes a reason and nothing else. */
export function ReasonDialog({ title, lead, path, withVersion, onClose }: ReasonDialogProps) {
  const m = useMessages(reviewMessages);
  const { view } = useCase();
  const [reason, setReason] = useState('');
  const change = useCaseChange(view.case.id, onClose);
  const problems = problemsOf(change.error);
  const body = withVersion ? { version: view.version, reason } : { reason };
  return (
    <ChangeDialog
      title={title}
      lead={lead}
      action={m.confirm}
      change={change}
      problems={problems}
      onConfirm={() => change.mutate({ path, body })}
      onClose={onClose}
      isReady={reason.trim() !== ''}
    >
      <TextArea id="reason" label={m.reason} value={reason} onChange={setReason} error={problems.get('reason')} />
    </ChangeDialog>
  );
}
