import { useMutation } from '@tanstack/react-query';
import type { PathToForce, StudioApproval } from '@tidu/api/studio/force/contract';
import { useState } from 'react';
import { studioForceMessages } from '../../../messages/studio-force-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { useInstant } from '../../../shared/format/instant.ts';
import { ActDialog } from '../../../shared/ui/act-dialog.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Disclosure } from '../../../shared/ui/disclosure.tsx';
import { TextArea } from '../../../shared/ui/text-area.tsx';
import { ComparisonView } from '../compare/comparison-view.tsx';
import { useDraftDesk } from '../draft/use-draft.tsx';
import { draftPath } from '../queries.ts';
import { onlyAwaitsApproval } from './only-awaits-approval.ts';
import { useForceDone } from './use-force-done.ts';

/** Another person reads what changes and approves exactly this text, known by its hash. */
export function ApprovalStep({ force }: { readonly force: PathToForce }) {
  const m = useMessages(studioForceMessages);
  const { draft, view, may } = useDraftDesk();
  const [decides, setDecides] = useState<'approve' | 'return'>();
  const isApproved = force.approvals.some(({ decision, isVoid }) => decision === 'approve' && !isVoid);
  const isInTheWay = force.blockers.some(({ stage }) => stage === 'approve');
  return (
    <>
      <p className="text-caption break-all text-ink-3">{m.hashIs(force.hash)}</p>
      {force.base && (
        <Disclosure summary={m.readChanges} open={may('approve')}>
          <ComparisonView before={force.base} after={`draft:${draft.id}`} turn={view.version} />
        </Disclosure>
      )}
      <ul className="space-y-2">
        {force.approvals.map((approval) => (
          <Approved key={approval.id} approval={approval} />
        ))}
      </ul>
      {onlyAwaitsApproval(force) && <p className="font-medium">{may('approve') ? m.awaitsYou : m.awaitsApproval}</p>}
      {may('approve') || may('return') ? (
        <div className="flex gap-2">
          {!isApproved && (
            <Button look="primary" disabled={isInTheWay || !may('approve')} onClick={() => setDecides('approve')}>
              {m.approve}
            </Button>
          )}
          <Button onClick={() => setDecides('return')}>{m.returnDraft}</Button>
        </div>
      ) : (
        <p className="text-small text-ink-2">{m.bySecondPerson}</p>
      )}
      {decides && <DecideDialog decision={decides} hash={force.hash} onClose={() => setDecides(undefined)} />}
    </>
  );
}

function Approved({ approval }: { readonly approval: StudioApproval }) {
  const m = useMessages(studioForceMessages);
  const { locale } = useLocale();
  const instant = useInstant();
  const tone = approval.isVoid ? 'text-ink-3' : approval.decision === 'approve' ? 'text-celadon' : 'text-amber';
  return (
    <li className="rounded-2 border border-line p-3">
      <p className={`font-medium ${tone}`}>
        {m.decision[approval.decision]}
        {approval.isVoid && <span className="ml-2 font-normal">{m.voided}</span>}
        <span className="ml-3 text-small font-normal text-ink-2">
          {approval.by.name} {instant(approval.by.at)}
        </span>
      </p>
      <p className="whitespace-pre-wrap">{approval.note}</p>
      <p className="text-caption break-all text-ink-3">{m.hashIs(approval.hash)}</p>
      {approval.changes.length > 0 && (
        <Disclosure summary={m.approvedChanges(approval.changes.length)}>
          <ul className="list-disc space-y-1 pl-5">
            {approval.changes.map((change) => (
              <li key={`${change.type} ${change.beforePath} ${change.afterPath}`}>{change.text[locale]}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </li>
  );
}

interface DecideDialogProps {
  readonly decision: 'approve' | 'return';
  readonly hash: string;
  readonly onClose: () => void;
}

function DecideDialog({ decision, hash, onClose }: DecideDialogProps) {
  const m = useMessages(studioForceMessages);
  const { draft } = useDraftDesk();
  const done = useForceDone();
  const [note, setNote] = useState('');
  const decide = useMutation({
    mutationFn: () => sendJson('POST', `${draftPath(draft.id)}/approvals`, { hash, decision, note }),
    onSuccess: async () => {
      await done();
      onClose();
    },
  });
  return (
    <ActDialog
      title={m.decideTitle[decision]}
      lead={m.decideLead[decision]}
      action={decision === 'approve' ? m.approve : m.returnDraft}
      busy={decide.isPending}
      error={decide.error}
      isReady={note.trim() !== ''}
      onConfirm={() => decide.mutate()}
      onClose={onClose}
    >
      <p className="text-caption break-all text-ink-3">{m.hashIs(hash)}</p>
      <TextArea id="note" label={m.decideNote[decision]} rows={3} value={note} onChange={setNote} />
    </ActDialog>
  );
}
