import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Finding } from '@tidu/api/duplicates/contract';
import { useState } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { sendJson } from '../../shared/api/send-json.ts';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { useCase } from './case-context.tsx';
import { FindingDialog } from './finding-dialog.tsx';
import { casePath } from './queries.ts';

/** Doubts about double money: what agrees, with the other case beside it, and the answer of a person. */
export function FindingsSection() {
  const m = useMessages(reviewMessages);
  const { view } = useCase();
  const client = useQueryClient();
  const [answering, setAnswering] = useState<Finding>();
  const look = useMutation({
    mutationFn: () => sendJson<{ added: number }>('POST', `${casePath(view.case.id)}/duplicates`),
    onSettled: () => client.invalidateQueries({ queryKey: ['desk', 'case', view.case.id] }),
  });
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-4 text-small text-ink-2">
        <p>{view.findings.length === 0 ? m.finding.none : m.finding.lead}</p>
        {view.may.answerFindings && (
          <Button size="dense" busy={look.isPending} onClick={() => look.mutate()}>
            {m.finding.look}
          </Button>
        )}
        <p aria-live="polite">{look.error?.message ?? (look.data && m.finding.looked(look.data.added))}</p>
      </div>
      <ul className="grid gap-4 lg:grid-cols-2">
        {view.findings.map((finding) => (
          <FindingCard key={finding.id} finding={finding} onAnswer={() => setAnswering(finding)} />
        ))}
      </ul>
      {answering && <FindingDialog finding={answering} onClose={() => setAnswering(undefined)} />}
    </div>
  );
}

interface Details {
  readonly number?: string;
  readonly project?: string;
  readonly source?: string;
  readonly year?: number;
  readonly amount?: string;
  readonly likeness?: number;
  readonly costs?: number;
  readonly file?: string;
  readonly otherFile?: string;
  readonly otherFirm?: string;
  readonly here?: readonly string[];
  readonly there?: readonly string[];
}

function FindingCard({ finding, onAnswer }: { readonly finding: Finding; readonly onAnswer: () => void }) {
  const m = useMessages(reviewMessages);
  const format = useFormat();
  const { view } = useCase();
  const details = finding.details as Details;
  const facts = [
    details.number,
    details.source,
    details.project,
    details.otherFirm,
    details.file && `${details.file}${details.otherFile ? ` = ${details.otherFile}` : ''}`,
    details.year && String(details.year),
    details.amount && format.money(details.amount),
    details.likeness ? m.finding.likeness(format.ratio(String(details.likeness))) : undefined,
    details.costs ? m.finding.costs(format.ratio(String(details.costs))) : undefined,
  ].filter(Boolean);
  const isOpen = finding.answer === null;
  return (
    <li
      className={`rounded-2 border border-l-4 bg-surface p-4 text-small ${isOpen ? 'border-amber-glaze' : 'border-line'}`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h3 className="text-body font-semibold">{m.finding.kind[finding.kind]}</h3>
        <span className={isOpen ? 'font-medium text-amber' : 'text-celadon'}>
          {finding.answer ? m.finding.answers[finding.answer] : m.finding.open}
        </span>
      </div>
      <p className="mt-1 tabular-nums">{facts.join(' · ')}</p>
      {finding.otherId && (
        <p className="mt-1">
          <Link to="/desk/cases/$id" params={{ id: finding.otherId }}>
            {m.finding.openOther}
          </Link>
        </p>
      )}
      {finding.answer && (
        <p className="mt-2 border-t border-line pt-2 text-ink-2">
          {[finding.deduct && m.finding.deducted(format.money(finding.deduct)), finding.reason, finding.answeredByName]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {isOpen && view.may.answerFindings && (
        <Button size="dense" className="mt-3" onClick={onAnswer}>
          {m.finding.answer}
        </Button>
      )}
    </li>
  );
}
