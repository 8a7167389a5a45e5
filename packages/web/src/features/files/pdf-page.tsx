import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist';
import { useEffect, useRef } from 'react';

interface PdfPageProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly label: string;
}

/** Pages longer than this many pixels are drawn coarser, so that a poster does not take all memory. */
const MOST_PIXELS = 8_000_000;

/** One page on a canvas, drawn when it comes near the view. */
export function PdfPage({ pdf, number, label }: PdfPageProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const target = canvas.current;
    if (!target) return;
    let task: RenderTask | undefined;
    const watch = new IntersectionObserver(
      (seen) => {
        if (!seen.some((each) => each.isIntersecting)) return;
        watch.disconnect();
        void draw(pdf, number, target, (started) => {
          task = started;
        });
      },
      { rootMargin: '600px' },
    );
    watch.observe(target);
    return () => {
      watch.disconnect();
      task?.cancel();
    };
  }, [pdf, number]);
  return <canvas ref={canvas} role="img" aria-label={label} className="mx-auto block w-full rounded-1" />;
}

async function draw(
  pdf: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  onStart: (task: RenderTask) => void,
): Promise<void> {
  const page = await pdf.getPage(number);
  const plain = page.getViewport({ scale: 1 });
  const wanted = (canvas.clientWidth * window.devicePixelRatio) / plain.width;
  const most = Math.sqrt(MOST_PIXELS / (plain.width * plain.height));
  const viewport = page.getViewport({ scale: Math.min(wanted, most) });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const task = page.render({ canvas, viewport });
  onStart(task);
  // A page that is scrolled or closed away is cancelled, which is no failure.
  await task.promise.catch(() => undefined);
}
