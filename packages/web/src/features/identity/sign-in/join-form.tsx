import type { InvitationView } from '@tidu/api/identity/accounts/contract';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { EmptyState } from '../../../shared/ui/empty-state.tsx';
import { ButtonLink } from '../../../shared/ui/link.tsx';
import { PageHeader } from '../../../shared/ui/page-header.tsx';
import { useSession } from '../../session/use-session.ts';
import { FormPage } from '../form-page.tsx';
import { useSubmit } from '../use-submit.ts';
import { useEnter } from './use-enter.ts';

interface JoinFormProps {
  readonly token: string;
  readonly invited: InvitationView;
}

/** Whoever has an account already joins with it. */
export function JoinForm({ token, invited }: JoinFormProps) {
  const m = useMessages(identityMessages);
  const { session } = useSession();
  const enter = useEnter('/my/firm');
  const form = useSubmit(async () => {
    await sendJson('POST', '/api/v1/invitations/joining', { token });
    await enter();
  }, {});
  if (session)
    return (
      <FormPage title={m.acceptTitle} lead={m.invitedAs(invited.contact)} form={form} submit={m.join}>
        {null}
      </FormPage>
    );
  const back = `/accept?token=${encodeURIComponent(token)}`;
  return (
    <div className="page-width pb-16">
      <PageHeader title={m.acceptTitle} />
      <EmptyState
        title={m.invitedAs(invited.contact)}
        action={
          <ButtonLink to="/sign-in" search={{ back }} look="primary">
            {m.toSignIn}
          </ButtonLink>
        }
      >
        {m.joinFirst}
      </EmptyState>
    </div>
  );
}
