import type { DemoPerson } from '@tidu/api/demo/contract';
import { identityMessages } from '../../messages/identity-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';

/** What a made-up person does: where their firm's case stands, or their role in the office; empty where their name says it. */
export function useDutyWords(): (person: DemoPerson) => string {
  const { roleNames } = useMessages(identityMessages);
  return ({ name, firm, staffRoles }) => {
    if (firm) return `${name} · ${firm.state}`;
    // Some are called what they are.
    const duties = staffRoles.map(({ role }) => roleNames[role] ?? role).filter((duty) => duty !== name);
    return duties.join(' · ');
  };
}
