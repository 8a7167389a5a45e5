import type { Application } from '@tidu/api/applications/contract';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { useInstant } from '../../../shared/format/instant.ts';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { applicationPath } from '../queries.ts';

/** Every submission as it was frozen, with its receipt and the PDF. */
export function PapersPart({ application }: { readonly application: Application }) {
  const m = useMessages(applicationsMessages);
  const instant = useInstant();
  return (
    <ul className="mt-4 divide-y divide-line border-y border-line">
      {application.submissions.map((each) => (
        <li key={each.id} className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3 py-4">
          <div className="min-w-0">
            <p className="font-medium">{m.round(each.round)}</p>
            <p className="text-small text-ink-2">{m.signedBy(each.certifierName, instant(each.submittedAt))}</p>
            <p className="mt-1 text-small tabular-nums">
              {m.receipt} {each.receiptNumber}
            </p>
            <p className="text-caption break-all text-ink-3">
              {m.digest} {each.digest}
            </p>
          </div>
          <a
            className={buttonClass('secondary', 'dense')}
            href={`${applicationPath(application.id)}/submissions/${each.round}/pdf`}
            target="_blank"
            rel="noreferrer"
          >
            {m.pdf}
          </a>
        </li>
      ))}
    </ul>
  );
}
