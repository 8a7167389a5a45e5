import { useQuery } from '@tanstack/react-query';
import { selfCheckMessages } from '../../messages/self-check-messages.ts';
import { selfCheckResultMessages } from '../../messages/self-check-result-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { ButtonLink } from '../../shared/ui/link.tsx';
import { schemeListQuery } from '../schemes/queries.ts';
import { keepLinked, saveNow, useSession } from '../self-check/model/draft-session.ts';
import type { PolicyResult } from '../self-check/model/evaluate-firm.ts';
import { schemeOf } from './scheme-of.ts';

interface ApplyLinkProps {
  readonly results: readonly PolicyResult[];
}

/** From the self-check to a draft: under the scheme of the tier that was reached, with the figures of the self-check. */
export function ApplyLink({ results }: ApplyLinkProps) {
  const m = useMessages(selfCheckResultMessages);
  const { linkName } = useMessages(selfCheckMessages);
  const { fromLink } = useSession();
  const schemes = useQuery(schemeListQuery).data?.schemes ?? [];
  const scheme = schemeOf(results, schemes);
  // What came by a link is not on the device yet; the pages on the way read it from there.
  const keep = (): void => {
    if (fromLink) keepLinked(linkName);
    saveNow();
  };
  return (
    <ButtonLink
      look="primary"
      to="/my/applications/new"
      search={{ from: 'self-check', ...(scheme ? { scheme: scheme.id } : {}) }}
      onClick={keep}
    >
      {m.apply}
    </ButtonLink>
  );
}
