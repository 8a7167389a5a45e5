import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { FormPage } from '../form-page.tsx';
import { useSubmit } from '../use-submit.ts';

const CODE = 'code';

/** The second factor after the password: the digits of the authenticator, or a recovery code. */
export function SecondFactorForm({ onDone }: { readonly onDone: () => Promise<void> }) {
  const m = useMessages(identityMessages);
  const [kind, setKind] = useState<'code' | 'recovery-code'>('code');
  const [code, setCode] = useState('');
  const form = useSubmit(
    async () => {
      await sendJson('POST', '/api/v1/session/second-factor', { kind, code });
      await onDone();
    },
    { code: CODE },
  );
  const isCode = kind === 'code';
  return (
    <FormPage
      title={m.codeTitle}
      lead={m.codeLead}
      form={form}
      submit={m.confirm}
      also={
        <Button
          look="quiet"
          onClick={() => {
            setKind(isCode ? 'recovery-code' : 'code');
            setCode('');
          }}
        >
          {isCode ? m.useRecovery : m.useCode}
        </Button>
      }
    >
      <TextInput
        key={kind}
        id={CODE}
        label={isCode ? m.code : m.recoveryCode}
        hint={isCode ? undefined : m.recoveryHint}
        autoComplete="one-time-code"
        inputMode={isCode ? 'numeric' : 'text'}
        maxLength={isCode ? 7 : 20}
        spellCheck={false}
        value={code}
        onChange={setCode}
        error={form.errorOf(CODE)}
      />
    </FormPage>
  );
}
