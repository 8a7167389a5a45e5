import type { Account } from '@tidu/api/identity/accounts/contract';
import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { ContactDialog } from './contact-dialog.tsx';
import { Section } from './section.tsx';

/** Where one is reached and what one signs in with; either can be added or changed. */
export function ContactSection({ account }: { readonly account: Account }) {
  const m = useMessages(identityMessages);
  const [changing, setChanging] = useState<'phone' | 'email'>();
  const kinds = ['phone', 'email'] as const;
  return (
    <Section title={m.contactTitle}>
      <p className="mb-4 text-ink-2">{account.hasPassword ? m.contactText : m.contactElsewhere}</p>
      <dl className="max-w-md divide-y divide-line border-y border-line">
        {kinds.map((kind) => (
          <div key={kind} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            <dt className="w-20 text-ink-2">{m[kind]}</dt>
            <dd className="min-w-0 flex-1 break-all tabular-nums">{account[kind] ?? m.none}</dd>
            {account.hasPassword && (
              <dd>
                <Button
                  size="dense"
                  onClick={() => setChanging(kind)}
                  aria-label={account[kind] ? m.changeContact[kind] : m.addContact[kind]}
                >
                  {account[kind] ? m.change : m.add}
                </Button>
              </dd>
            )}
          </div>
        ))}
      </dl>
      {changing && (
        <ContactDialog kind={changing} isNew={account[changing] === null} onClose={() => setChanging(undefined)} />
      )}
    </Section>
  );
}
