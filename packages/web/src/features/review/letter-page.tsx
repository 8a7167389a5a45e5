import { useQuery } from '@tanstack/react-query';
import { createLazyRoute } from '@tanstack/react-router';
import { reviewMessages } from '../../messages/review-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ButtonLink } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { useDocumentTitle } from '../../shared/ui/page-header.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { OfficialsOnly } from '../desk/officials-only.tsx';
import { letterQuery } from './queries.ts';

/** A letter of the intake as a plain page, to read and to print. */
const LetterPage = () => (
  <OfficialsOnly>
    <Letter />
  </OfficialsOnly>
);

function Letter() {
  const m = useMessages(reviewMessages);
  const format = useFormat();
  const { id, kind } = Route.useParams();
  const letter = useQuery(letterQuery(id, kind));
  useDocumentTitle(letter.data?.title ?? m.letters);
  if (letter.isError) return <Notice tone="error">{letter.error.message}</Notice>;
  if (!letter.data) return <Skeleton lines={8} />;
  const { title, to, number, paragraphs, items, on, contact } = letter.data;
  return (
    <div className="mx-auto max-w-prose px-[var(--space-page)] pt-8 pb-16">
      <div data-screen-only="" className="mb-8 flex gap-3">
        <ButtonLink to="/desk/cases/$id" params={{ id }} size="dense">
          {m.back}
        </ButtonLink>
        <Button size="dense" onClick={() => window.print()}>
          {m.print}
        </Button>
      </div>
      <article lang="zh-CN" className="space-y-4">
        <h1 tabIndex={-1} className="text-center text-h2">
          {title}
        </h1>
        <p className="text-right text-small text-ink-2 tabular-nums">{number}</p>
        <p className="font-medium">{m.letterTo(to)}</p>
        {paragraphs.map((text) => (
          <p key={text} className="indent-[2em]">
            {text}
          </p>
        ))}
        {items.length > 0 && (
          <ol className="list-decimal space-y-2 pl-8">
            {items.map((item) => (
              <li key={`${item.title} ${item.text}`}>
                <p className="font-medium">{item.title}</p>
                <p>{item.text}</p>
              </li>
            ))}
          </ol>
        )}
        <p className="text-right tabular-nums">{format.day(on)}</p>
        <p className="border-t border-line pt-3 text-small text-ink-2">{contact}</p>
      </article>
    </div>
  );
}

export const Route = createLazyRoute('/desk/cases/$id/notices/$kind')({ component: LetterPage });
