import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { filesMessages } from '../../messages/files-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { openPdf } from './open-pdf.ts';
import { PdfPage } from './pdf-page.tsx';

interface PdfPagesProps {
  readonly source: string;
  readonly name: string;
}

/** All pages of a PDF file below each other; a page is drawn when it comes into view. */
export function PdfPages({ source, name }: PdfPagesProps) {
  const m = useMessages(filesMessages);
  const [pdf, setPdf] = useState<PDFDocumentProxy | 'broken'>();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const task = openPdf(source);
    let isOver = false;
    task.promise.then(
      (opened) => !isOver && setPdf(opened),
      () => !isOver && setPdf('broken'),
    );
    return () => {
      isOver = true;
      void task.destroy();
    };
  }, [source]);
  if (pdf === undefined) return <Skeleton lines={6} />;
  if (pdf === 'broken') return <Notice tone="error">{m.broken}</Notice>;
  return (
    <section
      ref={box}
      aria-label={name}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
      tabIndex={0}
      className="max-h-[70vh] space-y-4 overflow-y-auto rounded-1 bg-sunken p-3"
    >
      {numbersTo(pdf.numPages).map((number) => (
        <figure key={number}>
          <PdfPage pdf={pdf} number={number} label={`${name} ${m.page(number, pdf.numPages)}`} />
          <figcaption className="mt-1 text-center text-caption text-ink-2">{m.page(number, pdf.numPages)}</figcaption>
        </figure>
      ))}
    </section>
  );
}

const numbersTo = (last: number): readonly number[] => Array.from({ length: last }, (_, i) => i + 1);
