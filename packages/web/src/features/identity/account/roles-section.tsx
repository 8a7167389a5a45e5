import { useQuery } from '@tanstack/react-query';
import type { Account } from '@tidu/api/identity/accounts/contract';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { departmentsQuery } from '../queries.ts';
import { roleWords } from '../role-words.ts';
import { Section } from './section.tsx';

export function RolesSection({ account }: { readonly account: Account }) {
  const m = useMessages(identityMessages);
  const { locale } = useLocale();
  const { data } = useQuery(departmentsQuery);
  return (
    <Section title={m.roles}>
      {account.staff.length === 0 && <p className="text-ink-2">{m.noRoles}</p>}
      <ul className="flex flex-wrap gap-2">
        {account.staff.map(({ role, department }) => (
          <li key={`${role} ${department}`} className="rounded-full bg-celadon-soft px-3 py-1 text-celadon-strong">
            {roleWords(m, locale, { role, department }, data?.departments)}
          </li>
        ))}
      </ul>
    </Section>
  );
}
