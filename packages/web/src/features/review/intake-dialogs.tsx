import { useState } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { problemsOf } from '../firms/problems-of.ts';
import { useCase } from './case-context.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { casePath, useCaseChange } from './queries.ts';

interface IntakeDialogProps {
  readonly onClose: () => void;
}

export function AcceptDialog({ onClose }: IntakeDialogProps) {
  const m = useMessages(reviewMessages);
  const { view } = useCase();
  const change = useCaseChange(view.case.id, onClose);
  return (
    <ChangeDialog
      title={m.accept.title}
      lead={m.accept.lead}
      action={m.accept.action}
      change={change}
      problems={problemsOf(undefined)}
      onConfirm={() => change.mutate({ path: `${casePath(view.case.id)}/accept`, body: { version: view.version } })}
      onClose={onClose}
    />
  );
}

/** Each promised material gets its days; the longest that is allowed is filled in. */
export function AcceptDeferredDialog({ onClose }: IntakeDialogProps) {
  const m = useMessages(reviewMessages);
  const text = useText();
  const { view } = useCase();
  const promised = view.deferrals.filter(({ deliveredAt }) => deliveredAt === null);
  const longest = view.scheme.longestDeferral;
  const [days, setDays] = useState<Readonly<Record<string, string>>>({});
  const change = useCaseChange(view.case.id, onClose);
  const problems = problemsOf(change.error);
  const labels = new Map(view.scheme.materials.map(({ id, label }) => [id, text(label)]));
  const body = {
    version: view.version,
    days: promised.map(({ materialId }) => ({ materialId, workingDays: Number(days[materialId] ?? longest) })),
  };
  return (
    <ChangeDialog
      title={m.defer.title}
      lead={m.defer.lead(longest)}
      action={m.defer.action}
      change={change}
      problems={problems}
      onConfirm={() => change.mutate({ path: `${casePath(view.case.id)}/accept-deferred`, body })}
      onClose={onClose}
    >
      {promised.map(({ materialId }, i) => (
        <TextInput
          key={materialId}
          id={`days-${i}-workingDays`}
          label={m.defer.days(labels.get(materialId) ?? materialId)}
          inputMode="numeric"
          value={days[materialId] ?? String(longest)}
          onChange={(next) => setDays({ ...days, [materialId]: next })}
          error={problems.get(`days.${i}.workingDays`)}
        />
      ))}
      <p className="text-small text-ink-2">{m.defer.ifLate(text(view.scheme.ifLate))}</p>
    </ChangeDialog>
  );
}

export function RefuseAcceptanceDialog({ onClose }: IntakeDialogProps) {
  const m = useMessages(reviewMessages);
  const { view } = useCase();
  const [reason, setReason] = useState('');
  const [clause, setClause] = useState('');
  const change = useCaseChange(view.case.id, onClose);
  const problems = problemsOf(change.error);
  return (
    <ChangeDialog
      isGrave
      title={m.refuse.title}
      lead={m.refuse.lead}
      action={m.refuse.action}
      change={change}
      problems={problems}
      onConfirm={() =>
        change.mutate({
          path: `${casePath(view.case.id)}/refuse-acceptance`,
          body: { version: view.version, reason, clause },
        })
      }
      onClose={onClose}
      isReady={reason.trim() !== '' && clause.trim() !== ''}
    >
      <TextArea id="reason" label={m.reason} value={reason} onChange={setReason} error={problems.get('reason')} />
      <TextInput
        id="clause"
        label={m.refuse.clause}
        value={clause}
        onChange={setClause}
        error={problems.get('clause')}
      />
    </ChangeDialog>
  );
}
