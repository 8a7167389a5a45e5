import type { DraftChange } from '@tidu/api/applications/drafts/contract';
import { applicationsMessages } from '../../../messages/applications-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { useFormat } from '../../../shared/format/use-format.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';

interface ChangeNoticeProps {
  readonly change: DraftChange;
  readonly isBusy: boolean;
  readonly onAdopt: () => void;
}

/** The rules have changed since the draft was begun: what exactly, and the way on. */
export function ChangeNotice({ change, isBusy, onAdopt }: ChangeNoticeProps) {
  const m = useMessages(applicationsMessages);
  const format = useFormat();
  const { policy, scheme } = change;
  return (
    <section aria-labelledby="rules-changed" className="mb-8">
      <Notice tone="open" title={<span id="rules-changed">{m.changed}</span>}>
        <p>{m.changedText}</p>
        {policy && (
          <>
            <p className="mt-3 font-medium">{m.changedPolicy(format.day(policy.from), format.day(policy.to))}</p>
            <Differences all={policy.differences} />
          </>
        )}
        {scheme && (
          <>
            <p className="mt-3 font-medium">{m.changedScheme(String(scheme.from), String(scheme.to))}</p>
            <Differences all={scheme.differences} />
          </>
        )}
        <div className="mt-4">
          <Button look="primary" busy={isBusy} onClick={onAdopt}>
            {m.adopt}
          </Button>
        </div>
      </Notice>
    </section>
  );
}

function Differences({ all }: { readonly all: NonNullable<DraftChange['policy']>['differences'] }) {
  const m = useMessages(applicationsMessages);
  return (
    <ul className="mt-1 list-disc space-y-1 pl-5">
      {all.map(({ text, was }) => (
        <li key={text}>
          {text}
          {was && (
            <span className="block text-small text-ink-2">
              {m.was} {was}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
