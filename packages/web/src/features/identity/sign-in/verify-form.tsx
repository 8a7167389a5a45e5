import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Link } from '../../../shared/ui/link.tsx';
import { Notice } from '../../../shared/ui/notice.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { FormPage } from '../form-page.tsx';
import { useSubmit } from '../use-submit.ts';

interface VerifyFormProps {
  /** Masked. */
  readonly sentTo: string;
  readonly verify: (code: string) => Promise<void>;
  readonly resend: () => Promise<unknown>;
}

const CODE = 'code';

/** The code that was sent shows that the number or address is the person's own. */
export function VerifyForm({ sentTo, verify, resend }: VerifyFormProps) {
  const m = useMessages(identityMessages);
  const [code, setCode] = useState('');
  const [isResent, setResent] = useState(false);
  const form = useSubmit(() => verify(code), { code: CODE });
  const again = useSubmit(
    async () => {
      await resend();
      setResent(true);
    },
    { code: CODE },
  );
  const failed = again.problems[0]?.message;
  return (
    <FormPage
      title={m.verifyTitle}
      lead={m.verifyLead(sentTo)}
      form={form}
      submit={m.verify}
      notice={
        failed === undefined ? (
          isResent && <Notice tone="good">{m.resent}</Notice>
        ) : (
          <Notice tone="error">{failed}</Notice>
        )
      }
      also={
        <div className="flex flex-wrap items-center gap-4">
          <Button busy={again.busy} onClick={again.onSubmit}>
            {m.resend}
          </Button>
          <Link to="/sign-in">{m.toSignIn}</Link>
        </div>
      }
    >
      <TextInput
        id={CODE}
        label={m.code}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={7}
        value={code}
        onChange={setCode}
        error={form.errorOf(CODE)}
      />
    </FormPage>
  );
}
