import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createLazyRoute, useRouter } from '@tanstack/react-router';
import type { Firm } from '@tidu/api/firms/contract';
import { checkCreditCode } from '@tidu/rules';
import { useState } from 'react';
import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';
import { sendJson } from '../../shared/api/send-json.ts';
import { isOwnPath } from '../../shared/own-path.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Checkbox } from '../../shared/ui/checkbox.tsx';
import { ErrorSummary } from '../../shared/ui/error-summary.tsx';
import { Link } from '../../shared/ui/link.tsx';
import { useAnnouncer } from '../../shared/ui/live-region.tsx';
import { Notice } from '../../shared/ui/notice.tsx';
import { PageHeader } from '../../shared/ui/page-header.tsx';
import { TextInput } from '../../shared/ui/text-input.tsx';
import { deviceShelf, recallDraft } from '../self-check/model/draft-storage.ts';
import { useSession } from '../session/use-session.ts';
import { emptyFields, type Problems } from './check-filled.ts';
import { problemsOf, summaryOf } from './problems-of.ts';
import { profileField, profileOf, startingProfile } from './profile-draft.ts';
import { ProfileFields } from './profile-fields.tsx';
import { myFirmsQuery } from './queries.ts';
import { SignedIn } from './signed-in.tsx';
import { useProfileCheck } from './use-profile-check.ts';

const NONE: Problems = new Map();

export const Route = createLazyRoute('/my/firm/register')({ component: RegisterPage });

function RegisterPage() {
  const m = useMessages(firmsMessages);
  return (
    <div className="page-width pb-20">
      <SignedIn title={m.registerTitle}>
        <RegisterForm />
      </SignedIn>
    </div>
  );
}

/** Puts a firm on file. A code that fails its check is taken once the person has compared it with the licence. */
function RegisterForm() {
  const m = useMessages(firmsMessages);
  const { show } = useAnnouncer();
  const client = useQueryClient();
  const router = useRouter();
  const { back } = Route.useSearch();
  const { session } = useSession();
  const [selfCheck] = useState(() => recallDraft(deviceShelf()));
  const [draft, setDraft] = useState(() => startingProfile(session?.name ?? '', selfCheck));
  const [creditCode, setCode] = useState(selfCheck?.creditCode ?? '');
  const [isCodeConfirmed, setConfirmed] = useState(false);
  const register = useMutation({
    mutationFn: () => sendJson<Firm>('POST', '/api/v1/firms', { ...profileOf(draft), creditCode, isCodeConfirmed }),
    onSuccess: async (firm) => {
      show(m.registerDone);
      await client.invalidateQueries({ queryKey: ['session'] });
      await client.invalidateQueries({ queryKey: ['firms'] });
      await client.fetchQuery({ ...myFirmsQuery, staleTime: 0 });
      if (isOwnPath(back)) await router.navigate({ href: back, replace: true });
      else await router.navigate({ to: '/my/firm/$firmId', params: { firmId: firm.id } });
    },
  });
  const check = useProfileCheck();
  const [missing, setMissing] = useState<Problems>(NONE);
  const problems = missing.size > 0 ? missing : problemsOf(register.error);
  const isDoubtful = creditCode !== '' && checkCreditCode(creditCode).problems.every(({ level }) => level === 'warn');
  const mayConfirm = problems.has('creditCode') && isDoubtful;
  return (
    <>
      <PageHeader
        title={m.registerTitle}
        lead={back === undefined ? m.registerLead : `${m.registerLead}${m.registerThen}`}
        above={<Link to="/my/firm">{m.mine}</Link>}
      />
      <form
        noValidate
        className="max-w-prose space-y-8"
        onSubmit={(event) => {
          event.preventDefault();
          const found = new Map([...emptyFields({ creditCode }, { creditCode: m.creditCode }, m), ...check(draft)]);
          setMissing(found);
          if (found.size === 0) register.mutate();
        }}
      >
        <ErrorSummary problems={summaryOf(problems, profileField)} />
        {register.isError && problems.size === 0 && <Notice tone="error">{register.error.message}</Notice>}
        <TextInput
          id={profileField('creditCode')}
          label={m.creditCode}
          hint={m.creditCodeHint}
          spellCheck={false}
          maxLength={30}
          error={problems.get('creditCode')}
          value={creditCode}
          onChange={setCode}
          onBlur={() => setCode(checkCreditCode(creditCode).normalized)}
        />
        {(mayConfirm || isCodeConfirmed) && (
          <Checkbox
            id="firm-code-confirmed"
            label={m.codeConfirm}
            hint={m.codeConfirmHint}
            checked={isCodeConfirmed}
            onChange={setConfirmed}
          />
        )}
        <ProfileFields draft={draft} onChange={setDraft} problems={problems} />
        <Button type="submit" look="primary" size="large" busy={register.isPending}>
          {m.register}
        </Button>
      </form>
    </>
  );
}
