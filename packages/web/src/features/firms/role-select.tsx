import type { FirmMembers } from '@tidu/api/firms/members/contract';
import { firmsMessages } from '../../messages/firms-messages.ts';
import { useMessages } from '../../messages/use-messages.tsx';

export type FirmRole = FirmMembers['members'][number]['role'];
export const FIRM_ROLES: readonly FirmRole[] = ['owner', 'editor', 'certifier'];

interface RoleSelectProps {
  readonly label: string;
  readonly value: FirmRole;
  readonly onChange: (role: FirmRole) => void;
}

/** The role of a member, changed on the spot. */
export function RoleSelect({ label, value, onChange }: RoleSelectProps) {
  const m = useMessages(firmsMessages);
  return (
    <select
      aria-label={label}
      className="control min-h-9 w-auto py-1 text-small"
      value={value}
      onChange={(event) => onChange(event.target.value as FirmRole)}
    >
      {FIRM_ROLES.map((role) => (
        <option key={role} value={role}>
          {m.role[role]}
        </option>
      ))}
    </select>
  );
}
