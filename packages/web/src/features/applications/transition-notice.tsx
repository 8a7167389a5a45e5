import { useQuery } from '@tanstack/react-query';
import { transitionMessages } from '../../messages/transition-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { useFormat } from '../../shared/format/use-format.ts';
import { Link } from '../../shared/ui/link.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { transitionQuery } from './queries.ts';

/** What a change of the policy means for this draft or case, in words for the firm: to come, or done. */
export function TransitionNotice({ applicationId }: { readonly applicationId: string }) {
  const m = useMessages(transitionMessages);
  const format = useFormat();
  const transition = useQuery(transitionQuery(applicationId)).data?.transition;
  if (!transition) return null;
  const { kind, rule, outcome, inForceFrom, reason, noticeId } = transition;
  const own = m.own[kind];
  const said = outcome === null ? m.coming[rule](own) : m.done[outcome][rule](own);
  const day = format.day(inForceFrom);
  return (
    <section aria-labelledby="transition" className="mb-8">
      <Notice
        tone="open"
        title={<span id="transition">{outcome === null ? m.comingTitle(day) : m.doneTitle(day)}</span>}
      >
        <p>{said}</p>
        {reason && <p className="mt-1 text-small text-ink-2">{m.because(reason)}</p>}
        <p className="mt-2">
          <Link to="/policy-notices/$id" params={{ id: noticeId }}>
            {m.seeNotice}
          </Link>
        </p>
      </Notice>
    </section>
  );
}
