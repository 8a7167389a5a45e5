import type { Instalment } from '@tidu/api/payments/contract';
import { useState } from 'react';
import { paymentsMessages } from '../../messages/payments-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { ActDialog, saidOf } from '../../shared/ui/act-dialog.tsx';
import { TextArea } from '../../shared/ui/text-area.tsx';
import { EvidenceChoice } from '../review/evidence-choice.tsx';
import { usePaymentAct } from './queries.ts';

/** Events that have a form of their own here; orders are made and released on the payments page. */
export type EventHere = 'confirm' | 'stop' | 'resume';

interface InstalmentDialogProps {
  readonly row: Instalment;
  readonly event: EventHere;
  readonly onClose: () => void;
}

const VERBS: Readonly<Record<EventHere, string>> = { confirm: 'confirmation', stop: 'stop', resume: 'resumption' };

/** One act on an instalment with its reason; confirming a condition also takes the papers that show it. */
export function InstalmentDialog({ row, event, onClose }: InstalmentDialogProps) {
  const m = useMessages(paymentsMessages);
  const text = useText();
  const format = useFormat();
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState<readonly string[]>([]);
  const act = usePaymentAct(`/api/v1/instalments/${row.id}/${VERBS[event]}`, m.plan.done, onClose);
  const words = {
    confirm: {
      title: m.plan.confirmTitle,
      lead: m.plan.confirmLead(row.condition ? text(row.condition) : m.noCondition),
    },
    stop: { title: m.plan.stopTitle, lead: m.plan.stopLead(format.money(row.amount)) },
    resume: { title: m.plan.resumeTitle, lead: m.plan.resumeLead },
  }[event];
  const isConfirming = event === 'confirm';
  const label = row.permitted.find((each) => each.event === event)?.label;
  return (
    <ActDialog
      {...words}
      action={text(label)}
      busy={act.isPending}
      error={act.error}
      isReady={reason.trim() !== ''}
      isGrave={event === 'stop'}
      onConfirm={() => act.mutate({ version: row.version, reason, ...(isConfirming ? { evidence } : {}) })}
      onClose={onClose}
    >
      <TextArea
        id="reason"
        label={isConfirming ? m.plan.confirmReason : m.plan.reason}
        hint={isConfirming ? m.plan.confirmHint : undefined}
        value={reason}
        onChange={setReason}
        error={saidOf(act.error, 'reason')}
      />
      {isConfirming && (
        <EvidenceChoice
          chosen={evidence}
          onChange={setEvidence}
          hint={m.plan.evidenceHint}
          error={saidOf(act.error, 'evidence')}
        />
      )}
    </ActDialog>
  );
}
