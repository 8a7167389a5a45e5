import { useQueryClient } from '@tanstack/react-query';
import type { Account } from '@tidu/api/identity/accounts/contract';
import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { sendJson } from '../../../shared/api/send-json.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { useAnnouncer } from '../../../shared/ui/live-region.tsx';
import { TextInput } from '../../../shared/ui/text-input.tsx';
import { useSubmit } from '../use-submit.ts';
import { Section } from './section.tsx';

const NAME = 'account-name';

export function NameSection({ account }: { readonly account: Account }) {
  const m = useMessages(identityMessages);
  const { say } = useAnnouncer();
  const client = useQueryClient();
  const [name, setName] = useState(account.name);
  const form = useSubmit(
    async () => {
      await sendJson('PATCH', '/api/v1/account/name', { name });
      await client.invalidateQueries({ queryKey: ['account'] });
      await client.invalidateQueries({ queryKey: ['session'] });
      say(m.saved);
    },
    { name: NAME },
  );
  return (
    <Section title={m.name}>
      <form noValidate onSubmit={form.onSubmit} className="max-w-md space-y-4">
        <TextInput
          id={NAME}
          label={m.name}
          hint={m.nameHint}
          autoComplete="name"
          maxLength={60}
          value={name}
          onChange={setName}
          error={form.errorOf(NAME)}
        />
        <Button type="submit" busy={form.busy} disabled={name === account.name}>
          {m.save}
        </Button>
      </form>
    </Section>
  );
}
