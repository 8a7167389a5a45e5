import type { Department } from '@tidu/api/identity/people/contract';
import { useState } from 'react';
import { identityMessages } from '../../../messages/identity-messages.ts';
import { useLocale, useMessages } from '../../../messages/use-messages.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Select } from '../../../shared/ui/select.tsx';

interface GrantFormProps {
  readonly departments: readonly Department[];
  readonly onGrant: (grant: { readonly role: string; readonly department?: string }) => void;
}

const OF_DEPARTMENT = 'department-reviewer';

export function GrantForm({ departments, onGrant }: GrantFormProps) {
  const m = useMessages(identityMessages);
  const { locale } = useLocale();
  const [role, setRole] = useState<string>();
  const [department, setDepartment] = useState<string>();
  const isOfDepartment = role === OF_DEPARTMENT;
  return (
    <form
      noValidate
      className="mt-4 space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (role !== undefined) onGrant(isOfDepartment && department !== undefined ? { role, department } : { role });
      }}
    >
      <Select
        id="grant-role"
        label={m.role}
        value={role}
        onChange={setRole}
        options={Object.entries(m.roleNames).map(([value, label]) => ({ value, label }))}
      />
      {isOfDepartment && (
        <Select
          id="grant-department"
          label={m.department}
          value={department}
          onChange={setDepartment}
          options={departments.map(({ id, label, labelEn }) => ({
            value: id,
            label: locale === 'en' ? labelEn : label,
          }))}
        />
      )}
      <Button type="submit" disabled={role === undefined}>
        {m.grant}
      </Button>
    </form>
  );
}
