import { useEffect, useRef } from 'react';
import { uiMessages } from '../../messages/ui-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { WarnIcon } from './icons.tsx';

export interface FieldProblem {
  /** Id of the field the message belongs to. */
  readonly field: string;
  readonly message: string;
}

/** All errors of a form at its top, each a link into its field. Takes the focus when it appears. */
export function ErrorSummary({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const m = useMessages(uiMessages);
  const box = useRef<HTMLDivElement>(null);
  const any = problems.length > 0;
  useEffect(() => {
    if (any) box.current?.focus();
  }, [any]);
  if (!any) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="rounded-2 border-l-4 border-seal bg-seal-soft p-4">
      <h2 className="flex items-center gap-2 text-h3 text-seal">
        <WarnIcon />
        {m.errorTitle(problems.length)}
      </h2>
      <ul className="mt-2 space-y-1">
        {problems.map((problem) => (
          <li key={`${problem.field} ${problem.message}`}>
            <a
              href={`#${problem.field}`}
              className="text-seal underline underline-offset-4"
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(problem.field)?.focus();
              }}
            >
              {problem.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
