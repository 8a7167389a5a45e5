import { useQueryClient } from '@tanstack/react-query';
import type { Account } from '@tidu/api/identity/accounts/contract';
import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { RecoveryCodes } from '../sign-in/recovery-codes.tsx';
import { SecondFactorSetup } from '../sign-in/second-factor-setup.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Section } from './section.tsx';

type Asking = 'removal' | 'codes' | undefined;

/** The second factor: turn it on, change the authenticator, make new recovery codes. */
export function FactorSection({ account }: { readonly account: Account }) {
  const m = useMessages(identityMessages);
  const client = useQueryClient();
  const [isSettingUp, setSettingUp] = useState(false);
  const [asking, setAsking] = useState<Asking>();
  const [codes, setCodes] = useState<readonly string[]>();
  const refresh = async () => {
    setSettingUp(false);
    await client.invalidateQueries();
  };
  const isStaff = account.kind === 'staff';
  const send = async (body: object): Promise<void> => {
    if (asking === 'codes') {
      const made = await sendJson<{ recoveryCodes: string[] }>('POST', '/api/v1/account/recovery-codes', body);
      return setCodes(made.recoveryCodes);
    }
    await sendJson('POST', '/api/v1/account/second-factor/removal', body);
    // Staff have nothing but the set-up to go on with; the sign-in page holds it.
    if (isStaff) window.location.assign('/sign-in?back=/account');
    else await refresh();
  };
  return (
    <Section title={m.factor}>
      <p className="text-ink-2">{account.secondFactor ? m.factorOn : m.factorOff}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        {account.secondFactor && <Button onClick={() => setAsking('codes')}>{m.newCodes}</Button>}
        {account.secondFactor && <Button onClick={() => setAsking('removal')}>{isStaff ? m.renew : m.turnOff}</Button>}
        {!account.secondFactor && !isSettingUp && <Button onClick={() => setSettingUp(true)}>{m.turnOn}</Button>}
      </div>
      {isSettingUp && (
        <div className="mt-6">
          <SecondFactorSetup password={undefined} hasPassword={account.hasPassword} onDone={refresh} />
        </div>
      )}
      {codes && <RecoveryCodes codes={codes} />}
      <ConfirmDialog
        open={asking !== undefined}
        title={asking === 'codes' ? m.newCodes : isStaff ? m.renew : m.turnOff}
        text={asking === 'codes' ? m.newCodesText : isStaff ? m.renewText : m.turnOffText}
        hasPassword={account.hasPassword}
        onClose={() => setAsking(undefined)}
        send={send}
      />
    </Section>
  );
}
