import { useState } from 'react';
import { selfCheckResultMessages } from '../../../messages/self-check-result-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { ButtonLink } from '../../../shared/ui/link.tsx';
import { useAnnouncer } from '../../../shared/ui/live-region.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { ApplyLink } from '../../applications/apply-link.tsx';
import type { Draft } from '../model/draft.ts';
import type { PolicyResult } from '../model/evaluate-firm.ts';
import { fragmentOf } from '../model/share-link.ts';

interface ResultActionsProps {
  readonly draft: Draft;
  readonly results: readonly PolicyResult[];
}

/** Back to the answers, print, share, apply. */
export function ResultActions({ draft, results }: ResultActionsProps) {
  const m = useMessages(selfCheckResultMessages);
  const { show } = useAnnouncer();
  const [link, setLink] = useState('');
  const [problem, setProblem] = useState(false);
  const copy = async (): Promise<void> => {
    const fragment = await fragmentOf(draft);
    setProblem(fragment === undefined);
    if (fragment === undefined) return;
    const url = `${window.location.origin}/self-check/result${fragment}`;
    try {
      await navigator.clipboard.writeText(url);
      setLink('');
      show(m.linkCopied);
    } catch {
      setLink(url);
    }
  };
  return (
    <div data-screen-only="" className="mt-5">
      <div className="flex flex-wrap items-center gap-3">
        <ButtonLink to="/self-check">{m.back}</ButtonLink>
        <Button onClick={() => window.print()}>{m.print}</Button>
        <Button onClick={() => void copy()}>{m.copyLink}</Button>
        <ApplyLink results={results} />
      </div>
      <p className="mt-2 max-w-prose text-small text-ink-2">
        {m.printHint}
        {m.linkHint}
        {m.applyHint}
      </p>
      {problem && (
        <p role="alert" className="mt-2 text-small text-seal">
          {m.linkLong}
        </p>
      )}
      {link !== '' && (
        <div className="mt-3 max-w-prose">
          <TextInput id="share-link" label={m.linkManual} value={link} onChange={() => {}} />
        </div>
      )}
    </div>
  );
}
