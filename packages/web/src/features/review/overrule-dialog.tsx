import type { ExplainNode } from '@tidu/rules';
import { useState } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { problemsOf } from '../firms/problems-of.ts';
import { useCase } from './case-context.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { EvidenceChoice } from './evidence-choice.tsx';
import { casePath, useCaseChange } from './queries.ts';

/** Decides a criterion the other way, with reason and evidence; the computed verdict stays. */
export function OverruleDialog({ node, onClose }: { readonly node: ExplainNode; readonly onClose: () => void }) {
  const m = useMessages(reviewMessages);
  const { verdict: words } = useMessages(uiMessages);
  const { view, tell } = useCase();
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState<readonly string[]>([]);
  const change = useCaseChange(view.case.id, onClose);
  const problems = problemsOf(change.error);
  const verdict = node.verdict === 'yes' ? 'no' : 'yes';
  const send = (): void =>
    change.mutate({
      path: `${casePath(view.case.id)}/overrides`,
      body: { version: view.version, path: node.path, verdict, reason, evidence },
    });
  return (
    <ChangeDialog
      title={m.overruleTitle}
      lead={m.overruleLead}
      action={`${m.becomes}「${words[verdict]}」`}
      change={change}
      problems={problems}
      onConfirm={send}
      onClose={onClose}
      isReady={reason.trim() !== '' && evidence.length > 0}
    >
      <p className="rounded-2 bg-sunken px-3 py-2 text-small">{tell(node)}</p>
      <TextArea id="reason" label={m.reason} value={reason} onChange={setReason} error={problems.get('reason')} />
      <EvidenceChoice chosen={evidence} onChange={setEvidence} hint={m.evidenceHint} error={problems.get('evidence')} />
    </ChangeDialog>
  );
}
