import type { DemoPerson } from '@tidu/api/demo/contract';
import { identityMessages } from '../../messages/identity-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';

/** What a made-up person does: where their firm's case stands, or their role in the office. */
export function useDutyWords(): (person: DemoPerson) => string {
  const { roleNames } = useMessages(identityMessages);
  return ({ name, firm, staffRoles }) =>
    firm ? `${name} · ${firm.state}` : [name, ...staffRoles.map(({ role }) => roleNames[role] ?? role)].join(' · ');
}
