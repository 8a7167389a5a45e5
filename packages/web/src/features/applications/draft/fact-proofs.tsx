import type { FactState } from '@tidu/rules';
import { useState } from 'react';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages, useText } from '../../../messages/use-messages.tsx';
import type { Question } from '../../self-check/model/questions.ts';
import { figureKeys, proofsOf } from './figure-keys.ts';
import { FigureProof } from './figure-proof.tsx';
import type { PartProps } from './what-part.tsx';

export interface ProofPart extends PartProps {
  readonly firmId: string;
}

interface FactProofsProps {
  readonly part: ProofPart;
  readonly question: Question;
  readonly state: FactState | undefined;
  readonly mayEdit: boolean;
}

/** Beside an answer: how much proves it, and each of its figures with its files. Open at once where the list asks for it. */
export function FactProofs({ part, question, state, mayEdit }: FactProofsProps) {
  const { draft, content, errorOf, firmId } = part;
  const m = useMessages(applicationsMessages);
  const text = useText();
  const isListed = draft.editable !== undefined && mayEdit;
  const [isOpen, setOpen] = useState(isListed);
  const keys = figureKeys(question.id, state);
  const proofs = keys.map((key) => ({ key, ids: proofsOf(key, content, draft.profile) }));
  const count = new Set(proofs.flatMap(({ ids }) => ids)).size;
  const shows = isOpen || keys.some((key) => errorOf(`evidence.${key}`) !== undefined);
  if (keys.length === 0 || (!mayEdit && count === 0)) return null;
  const label = text(question.label);
  const firstBare = proofs.find(({ ids }) => ids.length === 0)?.key;
  const put = (key: string, change: (ids: readonly string[]) => readonly string[]): void =>
    part.onChange((now) => ({
      evidence: { ...now.evidence, [key]: [...change(proofsOf(key, now, draft.profile))] },
    }));
  return (
    <div className="mt-1">
      <button
        type="button"
        aria-expanded={shows}
        className="inline-flex min-h-6 items-center gap-1.5 text-small text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-celadon"
        onClick={() => setOpen(!shows)}
      >
        {m.proofs(String(count))}
        <span className="sr-only">{label}</span>
      </button>
      {shows && (
        <div className="mt-2 rounded-2 border border-line bg-surface px-4 py-1">
          {isListed && <p className="pt-2 text-small text-ink-2">{m.proofsHint}</p>}
          <ul className="divide-y divide-line">
            {proofs.map(({ key, ids }) => (
              <FigureProof
                key={key}
                firmId={firmId}
                factKey={key}
                label={[label, key.split('@')[1]].filter(Boolean).join(' ')}
                files={ids.map((id) => part.files.find((file) => file.id === id) ?? { id, name: id, state: 'clean' })}
                mayEdit={mayEdit}
                startsOpen={isListed && key === firstBare}
                error={errorOf(`evidence.${key}`)}
                onAdd={(file) => {
                  part.onFile(file);
                  put(key, (now) => [...new Set([...now, file.id])]);
                }}
                onRemove={(id) => put(key, (now) => now.filter((each) => each !== id))}
              />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
