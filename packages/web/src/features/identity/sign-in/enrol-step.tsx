import { useQuery } from '@tanstack/react-query';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { sessionQuery } from '../../session/queries.ts';
import { SecondFactorSetup } from './second-factor-setup.tsx';

interface EnrolStepProps {
  /** Typed a moment ago on this page. */
  readonly password: string | undefined;
  readonly onDone: () => Promise<void>;
}

/** The page that stands between staff and everything else until they have a second factor. */
export function EnrolStep({ password, onDone }: EnrolStepProps) {
  const m = useMessages(identityMessages);
  const { data } = useQuery(sessionQuery);
  const hasPassword = password === undefined && data?.session?.hasPassword === true;
  return (
    <div className="page-width pb-16">
      <PageHeader title={m.enrolTitle} lead={m.enrolLead} />
      <SecondFactorSetup password={password} hasPassword={hasPassword} onDone={onDone} />
    </div>
  );
}
