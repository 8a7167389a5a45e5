import { shellMessages } from '../messages/shell-messages.ts';
import { useMessages } from '../messages/use-messages.tsx';
import { ButtonLink } from '../shared/ui/link.tsx';
import { PageHeader } from '../shared/ui/page-header.tsx';

export function NotFoundPage() {
  const m = useMessages(shellMessages);
  return (
    <div className="page-width pb-16">
      <PageHeader above="404" title={m.notFound} lead={m.notFoundText} />
      <div className="flex flex-wrap gap-3">
        <ButtonLink to="/" look="primary">
          {m.toHome}
        </ButtonLink>
        <ButtonLink to="/policies">{m.toPolicies}</ButtonLink>
      </div>
    </div>
  );
}
