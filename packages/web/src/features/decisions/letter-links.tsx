import type { LetterView } from '@tidu/api/decisions/contract';
import { decisionsMessages } from '../../messages/decisions-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useInstant } from '../../shared/format/instant.ts';
import { buttonClass } from '../../shared/ui/button.tsx';

/** The letters of a case, each as PDF and as a Word file. */
export function LetterLinks({ letters }: { readonly letters: readonly LetterView[] }) {
  const m = useMessages(decisionsMessages);
  const instant = useInstant();
  if (letters.length === 0) return <p className="text-ink-2">{m.lettersNone}</p>;
  return (
    <ul className="divide-y divide-line rounded-2 border border-line bg-surface">
      {letters.map(({ id, number, kind, issuedAt }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-5 gap-y-2 px-4 py-3">
          <div>
            <p className="font-medium">{m.letter[kind]}</p>
            <p className="text-caption text-ink-2 tabular-nums">
              {number} · {instant(issuedAt)}
            </p>
          </div>
          <div className="flex gap-2">
            {(['pdf', 'docx'] as const).map((format) => (
              <a
                key={format}
                href={`/api/v1/letters/${id}/${format}`}
                download
                className={buttonClass('secondary', 'dense')}
                aria-label={m.download(m.letter[kind], m[format])}
              >
                {m[format]}
              </a>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}
