import type { CaseFigure } from '@tidu/api/review/cases/contract';
import { useState } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { ChoiceGroup } from '../../shared/ui/choice-group.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { problemsOf } from '../firms/problems-of.ts';
import { useCase } from './case-context.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { EvidenceChoice } from './evidence-choice.tsx';
import { useCaseChange } from './queries.ts';
import { useFigureText } from './use-figure-text.ts';

interface VerifyDialogProps {
  readonly figure: CaseFigure;
  readonly onClose: () => void;
}

/** An official who has seen the evidence, or a register, marks a declared figure as proven. */
export function VerifyDialog({ figure, onClose }: VerifyDialogProps) {
  const m = useMessages(reviewMessages);
  const text = useText();
  const figureText = useFigureText();
  const { now } = figure;
  const [fact, year] = figure.key.split('@');
  const title = m.verifyTitle([text(figure.label), year].filter(Boolean).join(' '));
  if (now && !now.isSame)
    return (
      <Dialog open onClose={onClose} title={title}>
        <p>{m.verifyChanged(now.value === null ? '—' : figureText({ ...figure, value: now.value, words: null }))}</p>
      </Dialog>
    );
  const asGiven = year ? { [year]: figure.value } : asFact(figure);
  // What the profile does not hold yet is taken over as it was handed in.
  const what = now ? { confirm: [figure.key] } : { facts: { [fact ?? '']: asGiven } };
  return <Verify figure={figure} what={what} title={title} onClose={onClose} />;
}

const asFact = ({ type, value }: CaseFigure): string | boolean => (type === 'bool' ? value === 'true' : value);

interface VerifyProps extends VerifyDialogProps {
  readonly what: object;
  readonly title: string;
}

function Verify({ figure, what, title, onClose }: VerifyProps) {
  const m = useMessages(reviewMessages);
  const figureText = useFigureText();
  const { view } = useCase();
  const [source, setSource] = useState<'proven' | 'register'>('proven');
  const [evidence, setEvidence] = useState<readonly string[]>(figure.evidence.map(({ id }) => id));
  const [note, setNote] = useState('');
  const change = useCaseChange(view.case.id, onClose);
  const problems = problemsOf(change.error);
  const isProven = source === 'proven';
  const about = { [figure.key]: { evidence, note, basedOn: figure.now?.id ?? null } };
  const send = (): void =>
    change.mutate({ path: `/api/v1/firms/${view.firmId}/facts/verifications`, body: { source, ...what, about } });
  return (
    <ChangeDialog
      title={title}
      lead={m.verifyLead}
      action={m.verifyAction}
      change={change}
      problems={problems}
      onConfirm={send}
      onClose={onClose}
      isReady={isProven ? evidence.length > 0 : note.trim() !== ''}
    >
      <p className="rounded-2 bg-sunken px-3 py-2 text-small">
        {m.verifyValue}
        <strong className="ml-3 tabular-nums">{figureText(figure)}</strong>
      </p>
      <ChoiceGroup
        id="source"
        label={m.verifySource}
        value={source}
        onChange={(next) => setSource(next === 'register' ? 'register' : 'proven')}
        choices={(['proven', 'register'] as const).map((value) => ({ value, label: m.verifyBy[value] }))}
      />
      <EvidenceChoice
        chosen={evidence}
        onChange={setEvidence}
        hint={isProven ? m.evidenceHint : m.evidenceOptional}
        error={problems.get(`about.${figure.key}`)}
      />
      <TextInput
        id="note"
        label={isProven ? m.verifyNote : m.registerNote}
        hint={isProven ? m.verifyNoteHint : m.registerNoteHint}
        optional={isProven}
        value={note}
        onChange={setNote}
        maxLength={500}
      />
    </ChangeDialog>
  );
}
