import type { CaseFigure } from '@tidu/api/review/cases/contract';
import { useState } from 'react';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages, useText } from '../../messages/use-messages.tsx';
import { useInstant } from '../../shared/format/instant.ts';
import { Button } from '../../shared/ui/button.tsx';
import { useCase } from './case-context.tsx';
import { FileButton } from './file-button.tsx';
import { useFigureText } from './use-figure-text.ts';
import { VerifyDialog } from './verify-dialog.tsx';

const SOURCE_TONE: Readonly<Record<CaseFigure['source'], string>> = {
  proven: 'border-celadon text-celadon',
  register: 'border-celadon text-celadon',
  declared: 'border-amber text-amber border-dashed',
  derived: 'border-line-strong text-ink-2',
};

const isProven = (source: CaseFigure['source']): boolean => source === 'proven' || source === 'register';

/** A figure still open to be verified: one the firm declares, not proven before or since. */
export const isDeclared = ({ source, now }: CaseFigure): boolean =>
  source === 'declared' && !(now?.isSame === true && isProven(now.source));

/** A figure with its source and its files, what has become of it since, and the way to verify it. */
export function FigureLine({ figure }: { readonly figure: CaseFigure }) {
  const m = useMessages(reviewMessages);
  const text = useText();
  const figureText = useFigureText();
  const { view } = useCase();
  const [isVerifying, setVerifying] = useState(false);
  const [, year] = figure.key.split('@');
  return (
    <li className="py-2 text-small">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="text-ink-2">
          {text(figure.label)}
          {year && <span className="ml-1 tabular-nums text-ink-3">{year}</span>}
        </span>
        <span className="font-medium tabular-nums">{figureText(figure)}</span>
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className={`rounded-full border px-2 text-caption ${SOURCE_TONE[figure.source]}`}>
          {m.source[figure.source]}
        </span>
        {figure.evidence.length === 0 ? (
          <span className="text-caption text-ink-3">{m.noEvidence}</span>
        ) : (
          figure.evidence.map((file) => <FileButton key={file.id} file={file} />)
        )}
        {view.may.verify && isDeclared(figure) && (
          <Button size="dense" look="quiet" className="ml-auto" onClick={() => setVerifying(true)}>
            {m.verify}
          </Button>
        )}
      </div>
      <Since figure={figure} />
      {isVerifying && <VerifyDialog figure={figure} onClose={() => setVerifying(false)} />}
    </li>
  );
}

/** What the firm's profile says of the figure since it was handed in: verified by whom and on what, or changed. */
function Since({ figure }: { readonly figure: CaseFigure }) {
  const m = useMessages(reviewMessages);
  const instant = useInstant();
  const figureText = useFigureText();
  const { now, source, value } = figure;
  if (!now || source === 'derived') return null;
  if (!now.isSame)
    return (
      <p className="mt-1 text-caption text-amber">
        {m.changedSince(now.value === null ? '—' : figureText({ ...figure, value: now.value, words: null }))}
      </p>
    );
  if (source !== 'declared' || !isProven(now.source) || now.value !== value) return null;
  const tell = now.source === 'register' ? m.fromRegister : m.verified;
  return (
    <div className="mt-1 border-l-2 border-celadon pl-2 text-caption">
      <p className="text-celadon">{tell(now.recordedByName, instant(now.recordedAt))}</p>
      {now.note && <p className="text-ink-2">{now.note}</p>}
      <p className="flex flex-wrap gap-x-3">
        {now.evidence.map((file) => (
          <FileButton key={file.id} file={file} />
        ))}
      </p>
    </div>
  );
}
