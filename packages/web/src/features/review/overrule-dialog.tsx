import { type ExplainNode, overrulableAt, stepOfPoints } from '@tidu/rules';
import { useState } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Notice } from '../../shared/ui/notice.tsx';
import { NumberBox } from '../../shared/ui/number-box.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { problemsOf } from '../firms/problems-of.ts';
import { useCase } from './case-context.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { EvidenceChoice } from './evidence-choice.tsx';
import { casePath, useCaseChange } from './queries.ts';

interface OverruleDialogProps {
  /** The criterion as it was computed. */
  readonly node: ExplainNode;
  readonly onClose: () => void;
}

/** Decides a criterion otherwise, a line of the score table by its points, with reason and evidence; what was computed stays. */
export function OverruleDialog({ node, onClose }: OverruleDialogProps) {
  const m = useMessages(reviewMessages);
  const { verdict: words } = useMessages(uiMessages);
  const text = useText();
  const { view, tell } = useCase();
  const [points, setPoints] = useState('');
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState<readonly string[]>([]);
  const change = useCaseChange(view.case.id, onClose);
  const problems = problemsOf(change.error);
  const isLine = node.kind === 'indicator';
  const verdict = node.verdict === 'yes' ? 'no' : 'yes';
  const answer = isLine ? { points: points.trim() } : { verdict };
  const send = (): void =>
    change.mutate({
      path: `${casePath(view.case.id)}/overrides`,
      body: { version: view.version, path: node.path, ...answer, reason, evidence },
    });
  const isDecided = view.case.state.id === 'in-decision' || view.case.state.id === 'in-appeal';
  return (
    <ChangeDialog
      title={isLine ? m.setPointsTitle(text(node.label) || node.id) : m.overruleTitle}
      lead={isLine ? m.setPointsLead : m.overruleLead}
      action={isLine ? m.setTo(points.trim() || '…') : `${m.becomes}“${words[verdict]}”`}
      change={change}
      problems={problems}
      onConfirm={send}
      onClose={onClose}
      isReady={reason.trim() !== '' && evidence.length > 0 && (!isLine || points.trim() !== '')}
    >
      <p className="rounded-2 bg-sunken px-3 py-2 text-small">{tell(node)}</p>
      {view.scheme.ranks && isDecided && <Notice tone="open">{m.staleWarning}</Notice>}
      {isLine && <PointsBox node={node} typed={points} onType={setPoints} error={problems.get('points')} />}
      <TextArea id="reason" label={m.reason} value={reason} onChange={setReason} error={problems.get('reason')} />
      <EvidenceChoice chosen={evidence} onChange={setEvidence} hint={m.evidenceHint} error={problems.get('evidence')} />
    </ChangeDialog>
  );
}

interface PointsBoxProps {
  readonly node: ExplainNode;
  readonly typed: string;
  readonly onType: (next: string) => void;
  readonly error: string | undefined;
}

function PointsBox({ node, typed, onType, error }: PointsBoxProps) {
  const m = useMessages(reviewMessages);
  const format = useFormat();
  const { doc } = useCase();
  const line = overrulableAt(doc, node.path);
  if (!line || !('indicator' in line) || !node.points) return null;
  return (
    <NumberBox
      id="points"
      label={m.newPoints}
      hint={m.pointsHint(
        m.points(format.range(node.points, 'none')),
        format.number(line.indicator.full),
        format.number(stepOfPoints(line.indicator)),
      )}
      typed={typed}
      onType={onType}
      inputMode="decimal"
      width="max-w-40"
      {...(error === undefined ? {} : { error })}
    />
  );
}
