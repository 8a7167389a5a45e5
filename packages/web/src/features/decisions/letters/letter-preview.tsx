import { useQuery } from '@tanstack/react-query';
import type { LetterTemplate } from '@tidu/api/decisions/letters/contract';
import { useState } from 'react';
import { templateMessages } from '../../../messages/template-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { Skeleton } from '../../../shared/ui/skeleton.tsx';
import { CaseChoice } from './case-choice.tsx';
import { type LetterKind, previewQuery } from './queries.ts';

interface LetterPreviewProps {
  readonly kind: LetterKind;
  readonly document: LetterTemplate;
  readonly mayUseCase: boolean;
}

/** The letter as a firm gets it, of a made-up case or of a real one. */
export function LetterPreview({ kind, document, mayUseCase }: LetterPreviewProps) {
  const m = useMessages(templateMessages);
  const [caseNumber, setCaseNumber] = useState('');
  const { data, error, isPending } = useQuery(previewQuery(kind, document, caseNumber));
  return (
    <section aria-labelledby="preview-title" className="lg:sticky lg:top-4">
      <h2 id="preview-title" className="text-h3">
        {m.letterPreview}
      </h2>
      <p className="mt-1 mb-4 text-small text-ink-2">{caseNumber === '' ? m.isSample : m.isCase(caseNumber)}</p>
      {mayUseCase && <CaseChoice current={caseNumber} onChoose={setCaseNumber} />}
      {error && <Notice tone="error">{error.message}</Notice>}
      {isPending && <Skeleton lines={8} />}
      {data && !error && (
        <article
          lang="zh-CN"
          className="rounded-1 border border-line bg-raised px-6 py-8 leading-8 shadow-sm sm:px-10"
          aria-label={data.letter.title}
        >
          <h3 className="text-center text-h2">{data.letter.title}</h3>
          <p className="mt-1 text-center">{data.letter.number}</p>
          <p className="mt-5">{data.letter.addressee}：</p>
          {data.letter.paragraphs.map((text, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no name but their place
            <p key={i} className="indent-[2em] break-words">
              {text}
            </p>
          ))}
          <p className="mt-6 pr-8 text-right">{data.letter.issuer}</p>
          <p className="pr-8 text-right">{data.letter.day}</p>
        </article>
      )}
    </section>
  );
}
